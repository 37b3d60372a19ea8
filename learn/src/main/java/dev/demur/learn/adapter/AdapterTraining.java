package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.TrainingState;
import dev.demur.model.CorpusRow;
import dev.demur.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/*
 * Why a member can leave exactly
 *
 * The state of a shard after slice j is a function of the state after slice j - 1, of the rows of slice j, and of public
 * constants: base, settings, code, and the key by which members are spread. Nothing else goes in: no clock, no counter over
 * shards, no number of threads, no row of a later slice, no count of anything. So when a member's rows are gone, the slices
 * before the member's are what they always were, and training the rest anew gives, byte for byte, what it would have given
 * had the member never been there.
 *
 * Each checkpoint names its inputs, its parent among them by digest. Making means: go through the slices in order, keep a
 * checkpoint whose inputs are today's, train the others. Forgetting is deleting rows and making again; so is learning new
 * rows; so is going on after a crash.
 */

/// Makes the adapters: one checkpoint for each slice of each shard, in
/// `s<shard>/j<slice>.safetensors`.
///
/// Give each shard of a folder to one process at a time.
public final class AdapterTraining {
  /// Changes whenever equal inputs would give other bytes.
  public static final String VERSION = "demur-adapter/4";

  private final Base base;
  private final AdapterSettings settings;
  private final Assignment assignment;
  private final Path folder;
  private final SliceRules rules;

  public AdapterTraining(Base base, AdapterSettings settings, Assignment assignment, Path folder) {
    this(base, settings, assignment, folder, new SliceRules(settings, assignment.hash()));
  }

  AdapterTraining(
      Base base, AdapterSettings settings, Assignment assignment, Path folder, SliceRules rules) {
    this.base = base;
    this.settings = settings;
    this.assignment = assignment;
    this.folder = folder;
    this.rules = rules;
  }

  /// Makes every shard.
  ///
  /// @param threads that train; changes the time it takes and nothing else
  /// @return the digest of each checkpoint
  public SortedMap<SliceId, String> make(
      SliceRows rows, SliceGate gate, AdapterProgress progress, int threads) throws IOException {
    sweep();
    List<Integer> shards = IntStream.range(0, assignment.shards()).boxed().toList();
    return make(shards, rows, gate, progress, threads);
  }

  /// Deletes what does not belong into the folder: halves of files, slices of an earlier division.
  public void sweep() throws IOException {
    new Sweep(folder, assignment.shards(), assignment.slices()).run();
  }

  /// Makes some shards and leaves the others as they are.
  public SortedMap<SliceId, String> make(
      Collection<Integer> shards,
      SliceRows rows,
      SliceGate gate,
      AdapterProgress progress,
      int threads)
      throws IOException {
    SortedMap<SliceId, String> digests = new TreeMap<>();
    ShardThreads.run(
        shards,
        threads,
        stop -> {
          Shards worker =
              new Shards(
                  rows,
                  slice -> beforeSlice(slice, stop, gate),
                  progress,
                  threadsOfEach(shards.size(), threads));
          return new ShardThreads.Worker() {
            @Override
            public void run(int shard) throws IOException {
              SortedMap<SliceId, String> made = worker.make(shard);
              synchronized (digests) {
                digests.putAll(made);
              }
            }

            @Override
            public void close() {
              worker.close();
            }
          };
        });
    return digests;
  }

  /// Few shards, as after a removal, are each trained on all threads: one may have eight slices to
  /// go and the other one.
  private static int threadsOfEach(int shards, int threads) {
    return shards < 2 * threads ? threads : 1;
  }

  private static void beforeSlice(SliceId slice, ShardThreads.Stop stop, SliceGate gate) {
    stop.check();
    gate.before(slice);
  }

  /// The digests of the checkpoints that exist.
  public SortedMap<SliceId, String> digests() throws IOException {
    SortedMap<SliceId, String> digests = new TreeMap<>();
    for (SliceId slice : assignment.all()) {
      Path file = Checkpoint.file(folder, slice);
      if (Files.exists(file)) {
        digests.put(slice, Sha256.of(file));
      }
    }
    return digests;
  }

  /// Makes one shard after another.
  private final class Shards implements AutoCloseable {
    private final SliceRows rows;
    private final SliceGate gate;
    private final AdapterProgress progress;
    private final int threads;
    private Optional<SliceTrainer> trainer = Optional.empty();

    Shards(SliceRows rows, SliceGate gate, AdapterProgress progress, int threads) {
      this.rows = rows;
      this.gate = gate;
      this.progress = progress;
      this.threads = threads;
    }

    SortedMap<SliceId, String> make(int shard) throws IOException {
      SortedMap<SliceId, String> digests = new TreeMap<>();
      Optional<TrainingState> state = Optional.empty();
      String parent = Checkpoint.NO_PARENT;
      for (int number = 0; number < assignment.slices(); number++) {
        SliceId slice = new SliceId(shard, number);
        state = Optional.of(make(slice, state, parent));
        parent = Sha256.of(Checkpoint.file(folder, slice));
        digests.put(slice, parent);
      }
      return digests;
    }

    private TrainingState make(SliceId slice, Optional<TrainingState> before, String parent)
        throws IOException {
      List<List<CorpusRow>> members = assignment.byMember(slice, usable(rows.of(slice)));
      Checkpoint.Inputs inputs =
          new Checkpoint.Inputs(
              slice,
              base.sha256(),
              settings.sha256(),
              parent,
              DataRoot.of(assignment.hash(), members));
      Path file = Checkpoint.file(folder, slice);
      Optional<TrainingState> kept = Checkpoint.read(file, inputs);
      if (kept.isPresent()) {
        progress.kept(slice);
        return rules.resumed(kept.get());
      }
      gate.before(slice);
      deleteFrom(slice);
      SliceTrainer.Result result = trainer().train(before.orElse(trainer().untrained()), members);
      Checkpoint.write(file, inputs, result.state());
      progress.trained(slice, members.size(), result.tokens(), result.loss());
      return result.state();
    }

    private SliceTrainer trainer() {
      SliceTrainer made = trainer.orElseGet(() -> new SliceTrainer(base, settings, rules, threads));
      trainer = Optional.of(made);
      return made;
    }

    @Override
    public void close() {
      trainer.ifPresent(SliceTrainer::close);
    }
  }

  private static List<CorpusRow> usable(List<CorpusRow> rows) {
    List<CorpusRow> usable = new ArrayList<>();
    for (CorpusRow row : rows) {
      if (row.purpose() == Purpose.CONTENT_GENERATION && !row.text().isBlank()) {
        usable.add(row);
      }
    }
    return usable;
  }

  /// Deletes the checkpoints of this slice and all later ones, last first: they hold what is no
  /// longer to be known, and training takes a while.
  private void deleteFrom(SliceId slice) throws IOException {
    List<Path> superseded = new ArrayList<>();
    for (int number = assignment.slices() - 1; number >= slice.slice(); number--) {
      superseded.add(Checkpoint.file(folder, new SliceId(slice.shard(), number)));
    }
    AtomicFile.deleteAll(superseded);
  }
}
