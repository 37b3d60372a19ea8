package dev.demur.corpus.store;

import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiConsumer;

/// The corpus: what every stored record gave to training, and why the others gave nothing.
///
/// The unit is the holder. Thread-safe; a change is durable on return, or not there at all.
public final class CorpusTable {
  private static final String NAME = "corpus";

  private final MemberTable<CorpusEntry> table;

  private CorpusTable(MemberTable<CorpusEntry> table) {
    this.table = table;
  }

  /// Opens the table, making it when it is not there.
  ///
  /// @param buckets how many buckets a new table gets
  public static CorpusTable open(Warehouse warehouse, int buckets) {
    return new CorpusTable(MemberTable.open(warehouse, NAME, new CorpusFormat(), buckets));
  }

  /// Sets the entries of holders to exactly these, in one atomic commit. Only buckets in which
  /// something differs are written.
  public void replace(Map<MemberId, ? extends Collection<CorpusEntry>> entries) {
    table.replace(entries);
  }

  /// Removes everything that holders have here, and its bytes.
  public void erase(Set<MemberId> holders) {
    table.erase(holders);
  }

  /// What became of every record of one holder, by record id and purpose.
  public List<CorpusEntry> entriesOf(MemberId holder) {
    return table.of(holder);
  }

  /// The entries of each of these holders who has any; reads each bucket once.
  public SortedMap<MemberId, List<CorpusEntry>> entriesOf(Set<MemberId> holders) {
    return table.of(holders);
  }

  /// The rows of one holder, by record id and purpose.
  public List<CorpusRow> of(MemberId holder) {
    return rows(table.of(holder));
  }

  /// Everyone who has entries, in or out.
  public SortedSet<MemberId> holders() {
    return table.members();
  }

  /// Hands every holder's entries to a consumer, which must not change this table.
  public void scanEntries(BiConsumer<MemberId, List<CorpusEntry>> consumer) {
    try (MemberTable<CorpusEntry>.View view = table.view()) {
      view.scan(consumer);
    }
  }

  /// Hands every holder's rows to a consumer, which must not change this table; holders without
  /// rows are passed over.
  public void scan(BiConsumer<MemberId, List<CorpusRow>> consumer) {
    scanEntries((holder, entries) -> {
      List<CorpusRow> rows = rows(entries);
      if (!rows.isEmpty()) {
        consumer.accept(holder, rows);
      }
    });
  }

  /// What is told about each bucket by [#scanBuckets].
  public interface BucketVisitor {
    /// Whether the rows of a bucket are wanted; asked once of each that has rows.
    ///
    /// @param stamp another one whenever its rows are
    boolean wants(int bucket, String stamp);

    /// The rows of one holder of a bucket that was wanted last.
    void holder(MemberId holder, List<CorpusRow> rows);
  }

  /// Hands the rows of those buckets that are wanted to a visitor, which must not change this
  /// table; buckets and holders without rows are passed over.
  public void scanBuckets(BucketVisitor visitor) {
    try (MemberTable<CorpusEntry>.View view = table.view()) {
      view.stamps()
          .forEach((bucket, stamp) -> {
            if (visitor.wants(bucket, stamp)) {
              view.bucket(
                  bucket,
                  (holder, entries) -> {
                    List<CorpusRow> rows = rows(entries);
                    if (!rows.isEmpty()) {
                      visitor.holder(holder, rows);
                    }
                  });
            }
          });
    }
  }

  /// The stamps of all buckets, see [BucketVisitor]; nothing while a change makes them unsure.
  /// Waits for no change.
  public Optional<SortedMap<Integer, String>> stamps() {
    return table.stamps();
  }

  /// The content root of what the table holds now, see [ContentRoot].
  public String contentRoot() {
    ContentRoot root = new ContentRoot();
    scan((holder, rows) -> root.add(rows));
    return root.value();
  }

  /// How many buckets there are.
  public int buckets() {
    return table.buckets();
  }

  /// A change that no reader sees before it is committed. Belongs to the thread that opened it.
  public Change change() {
    return new Change(table.change());
  }

  /// A change of the whole table, bucket by bucket.
  public static final class Change implements AutoCloseable {
    private final MemberTableChange<CorpusEntry> change;

    private Change(MemberTableChange<CorpusEntry> change) {
      this.change = change;
    }

    /// The work on one bucket; any thread, or another process that sees the warehouse, may do it.
    public BucketTask task(RecordTable.View records, int bucket) {
      return new BucketTask(records.rewriteOf(bucket), change.rewriteOf(bucket));
    }

    /// Takes up what the work on a bucket came to. Each bucket once; from any thread.
    public void accept(BucketTask.Made made) {
      made.replacement().ifPresent(change::put);
    }

    /// Makes the change visible, and the bytes of what it replaced disappear.
    public void commit() {
      change.commit();
    }

    @Override
    public void close() {
      change.close();
    }
  }

  private static List<CorpusRow> rows(List<CorpusEntry> entries) {
    return entries.stream().map(CorpusEntry::row).flatMap(Optional::stream).toList();
  }
}
