package dev.demur.corpus.build;

import dev.demur.corpus.store.BucketTask;
import java.util.List;

/// Where the work on buckets is done. Every engine calls [BucketWork#run] for each of them, and so
/// comes to the same corpus.
@FunctionalInterface
public interface BuildEngine {
  /// Does all tasks, in any order.
  ///
  /// @param tasks one for each bucket
  /// @param each takes what a task came to, from any thread of this process
  void run(List<BucketTask> tasks, Stages stages, Taking each);

  /// What engines may call for.
  interface Stages {
    /// The stages, for threads of this process.
    BucketTask.Stage here();

    /// All that the stages need, for other processes.
    DerivationPlan elsewhere();
  }

  /// Takes what a task came to.
  @FunctionalInterface
  interface Taking {
    void take(BucketWork.Result result);
  }
}
