package dev.demur.spark;

import dev.demur.corpus.build.BucketWork;
import dev.demur.corpus.build.DerivationPlan;
import dev.demur.corpus.store.BucketTask;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/// The work on one bucket, on whatever machine Spark sends it to.
final class SparkWork implements Function<BucketTask, BucketWork.Result> {
  private static final long serialVersionUID = 1;

  /// Made once in each process, by the number of the broadcast; there is one build a process.
  private static final Map<Long, BucketTask.Stage> STAGES = new ConcurrentHashMap<>();

  private final Broadcast<byte[]> plan;

  SparkWork(Broadcast<byte[]> plan) {
    this.plan = plan;
  }

  @Override
  public BucketWork.Result call(BucketTask task) {
    BucketTask.Stage stage =
        STAGES.computeIfAbsent(plan.id(), id -> DerivationPlan.of(plan.value()).stage());
    return BucketWork.run(task.attempt(TaskContext.get().attemptNumber()), stage);
  }
}
