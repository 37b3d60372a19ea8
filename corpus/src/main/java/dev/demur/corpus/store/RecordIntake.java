package dev.demur.corpus.store;

import dev.demur.model.Category;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Any number of records on their way into a [RecordTable], in memory that does not grow with them.
///
/// Records come in parts, e.g. one archive each. A part is kept or dropped whole: nothing of it is
/// in the table before [#publish], and publishing is one atomic commit. What memory does not hold
/// waits in sorted runs in a folder of its own, which nobody needs after a crash. Not thread-safe.
public final class RecordIntake implements AutoCloseable {
  /// About how much of the heap the records in memory may take.
  private static final long MAX_WAITING_BYTES = 64L << 20;

  /// What one record takes beside its characters.
  private static final int RECORD_BYTES = 700;

  /// Runs read at once; more are merged into one.
  private static final int MAX_RUNS = 64;

  private final RecordTable table;
  private final Path folder;
  private final RecordMerge rule;
  private final long maxWaitingBytes;
  private final List<PlacedRecord> waiting = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();
  private long waitingBytes;
  private int keptWaiting;
  private int keptRuns;
  private int named;

  RecordIntake(RecordTable table, Path folder, RecordMerge rule) {
    this(table, folder, rule, MAX_WAITING_BYTES);
  }

  RecordIntake(RecordTable table, Path folder, RecordMerge rule, long maxWaitingBytes) {
    this.table = table;
    this.folder = folder;
    this.rule = rule;
    this.maxWaitingBytes = maxWaitingBytes;
  }

  /// Adds a record to the part that is being taken in.
  public void add(StorableRecord storable) {
    MemberRecord record = storable.record();
    waiting.add(new PlacedRecord(table.bucketOf(record.holder()), record));
    waitingBytes += size(record);
    if (waitingBytes >= maxWaitingBytes) {
      spill();
    }
  }

  private static long size(MemberRecord record) {
    long characters = 0;
    for (String value : record.fields().values()) {
      characters += value.length();
    }
    return RECORD_BYTES + 2 * characters;
  }

  /// Ends a part: its records go into the table with the next [#publish].
  public void keep() {
    keptWaiting = waiting.size();
    keptRuns = runs.size();
  }

  /// Ends a part as if it had never been.
  public void drop() {
    waiting.subList(keptWaiting, waiting.size()).clear();
    waitingBytes = waiting.stream().mapToLong(placed -> size(placed.record())).sum();
    List<Path> dropped = runs.subList(keptRuns, runs.size());
    dropped.forEach(RecordIntake::delete);
    dropped.clear();
  }

  /// About how many bytes wait to be published.
  public long waitingBytes() {
    long bytes = waitingBytes;
    for (Path run : runs) {
      bytes += sizeOf(run);
    }
    return bytes;
  }

  private static long sizeOf(Path run) {
    try {
      return Files.size(run);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + run, e);
    }
  }

  /// What was kept before the part goes into a run of its own, so that the part can be dropped.
  private void spill() {
    if (keptWaiting > 0) {
      runs.add(keptRuns, write(waiting.subList(0, keptWaiting)));
      keptRuns++;
    }
    List<PlacedRecord> part = waiting.subList(keptWaiting, waiting.size());
    if (!part.isEmpty()) {
      runs.add(write(part));
    }
    waiting.clear();
    waitingBytes = 0;
    keptWaiting = 0;
    if (keptRuns > MAX_RUNS) {
      compact(runs.subList(0, keptRuns));
      keptRuns = 1;
    } else if (runs.size() - keptRuns > MAX_RUNS) {
      compact(runs.subList(keptRuns, runs.size()));
    }
  }

  private Path write(List<PlacedRecord> records) {
    records.sort(PlacedRecord.ORDER);
    return write(records.iterator());
  }

  private Path write(Iterator<PlacedRecord> records) {
    Path run = folder.resolve("run-%06d".formatted(named++));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
    RecordRun.write(run, records);
    return run;
  }

  /// Makes one run of several.
  private void compact(List<Path> several) {
    List<RecordRun> opened = several.stream().map(RecordRun::new).toList();
    Path one = write(new MergedRuns(opened, rule));
    opened.forEach(RecordRun::close);
    several.forEach(RecordIntake::delete);
    several.clear();
    several.add(one);
  }

  /// Puts all parts that were kept into the table, in one atomic commit.
  public Intake publish() {
    drop();
    waiting.sort(PlacedRecord.ORDER);
    List<RecordRun> opened = runs.stream().map(RecordRun::new).toList();
    List<Iterator<PlacedRecord>> sources = new ArrayList<>(opened);
    sources.add(waiting.iterator());
    var counting = new Counting();
    table.merge(new MergedRuns(sources, rule), rule, counting::count);
    opened.forEach(RecordRun::close);
    close();
    return counting.intake();
  }

  /// Deletes what an import that was killed left in a folder.
  public static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> runs = Files.list(folder)) {
      runs.toList().forEach(RecordIntake::delete);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + folder, e);
    }
  }

  /// Forgets everything that was not published.
  @Override
  public void close() {
    runs.forEach(RecordIntake::delete);
    runs.clear();
    waiting.clear();
    waitingBytes = 0;
    keptWaiting = 0;
    keptRuns = 0;
  }

  private static void delete(Path run) {
    try {
      Files.deleteIfExists(run);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + run, e);
    }
  }

  private static final class Counting {
    private final Map<BucketMerge.Outcome, Long> outcomes =
        new EnumMap<>(BucketMerge.Outcome.class);
    private final Map<Category, Long> categories = new EnumMap<>(Category.class);
    private final Map<String, Long> kinds = new TreeMap<>();

    void count(MemberRecord record, BucketMerge.Outcome outcome) {
      outcomes.merge(outcome, 1L, Long::sum);
      categories.merge(record.category(), 1L, Long::sum);
      kinds.merge(record.source().kind(), 1L, Long::sum);
    }

    Intake intake() {
      return new Intake(
          outcomes.getOrDefault(BucketMerge.Outcome.NEW, 0L),
          outcomes.getOrDefault(BucketMerge.Outcome.CHANGED, 0L),
          outcomes.getOrDefault(BucketMerge.Outcome.SAME, 0L),
          new TreeMap<>(categories),
          new TreeMap<>(kinds));
    }
  }
}
