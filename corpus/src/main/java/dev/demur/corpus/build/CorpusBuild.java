package dev.demur.corpus.build;

import dev.demur.corpus.derive.Derivation;
import dev.demur.corpus.store.BucketTask;
import dev.demur.corpus.store.CorpusTable;
import dev.demur.corpus.store.RecordTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Makes the corpus that a program permits out of the stored records, in one commit.
///
/// Decisions are asked for all records each time. Texts are made where they are not in the corpus
/// already, made from the same; so after a few changes only their holders' texts are made again.
/// The same records and derivation give the same content root for any engine and number of threads,
/// and whether built from nothing or on top of an earlier corpus. A build that is killed leaves the
/// corpus before it and is run again.
public final class CorpusBuild {
  private final RecordTable records;
  private final CorpusTable corpus;
  private final BuildEngine engine;

  public CorpusBuild(RecordTable records, CorpusTable corpus, BuildEngine engine) {
    if (records.buckets() != corpus.buckets()) {
      throw new IllegalArgumentException(
          "records have %d buckets and the corpus %d; make both with the same number"
              .formatted(records.buckets(), corpus.buckets()));
    }
    this.records = records;
    this.corpus = corpus;
    this.engine = engine;
  }

  /// Told of each bucket that is done, from any thread.
  @FunctionalInterface
  public interface Progress {
    void done(int buckets, int of);
  }

  /// What a build came to.
  ///
  /// @param made texts that were made, and not taken over from the corpus before
  public record Built(CorpusSummary summary, long made) {}

  /// Whether texts that are there already may stand.
  public enum Texts {
    TAKEN_OVER,
    ALL_ANEW
  }

  /// Builds and commits.
  ///
  /// @param plan all that the derivation is made of, for engines that work in other processes
  /// @param beforeCommit runs when all is derived and nothing yet visible; what speaks of the
  ///   corpus before must go now
  public Built run(
      Derivation derivation,
      Supplier<DerivationPlan> plan,
      Texts texts,
      Runnable beforeCommit,
      Progress progress) {
    BucketSum all = new BucketSum();
    AtomicInteger done = new AtomicInteger();
    try (RecordTable.View view = records.view();
        CorpusTable.Change change = corpus.change()) {
      List<BucketTask> tasks =
          IntStream.range(0, corpus.buckets()).mapToObj(b -> change.task(view, b)).toList();
      engine.run(
          tasks,
          new Stages(derivation, plan, texts),
          result -> {
            change.accept(result.made());
            synchronized (all) {
              all.add(result.sum());
            }
            progress.done(done.incrementAndGet(), corpus.buckets());
          });
      beforeCommit.run();
      change.commit();
    }
    return new Built(all.summary(), all.made());
  }

  private record Stages(Derivation derivation, Supplier<DerivationPlan> plan, Texts texts)
      implements BuildEngine.Stages {
    @Override
    public BucketTask.Stage here() {
      return stage(derivation, texts);
    }

    @Override
    public DerivationPlan elsewhere() {
      return plan.get().with(texts);
    }
  }

  static BucketTask.Stage stage(Derivation derivation, Texts texts) {
    return switch (texts) {
      case TAKEN_OVER -> derivation::derive;
      case ALL_ANEW -> (holder, records, before) -> derivation.derive(holder, records, List.of());
    };
  }
}
