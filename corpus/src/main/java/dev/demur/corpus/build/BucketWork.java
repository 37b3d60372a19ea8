package dev.demur.corpus.build;

import dev.demur.corpus.store.BucketTask;
import java.io.Serializable;

/// The work on one bucket, the same for every engine.
public final class BucketWork {
  private BucketWork() {}

  /// What a bucket came to; may be sent between processes.
  public record Result(BucketTask.Made made, BucketSum sum) implements Serializable {}

  public static Result run(BucketTask task, BucketTask.Stage stage) {
    BucketSum sum = new BucketSum();
    BucketTask.Made made = task.run(stage, sum::add);
    return new Result(made, sum);
  }
}
