package dev.demur.spark;

import dev.demur.home.ShardWork;
import java.time.Clock;
import org.apache.spark.api.java.function.Function;

/// The training of one shard, on whatever machine Spark sends it to.
final class SparkShard implements Function<ShardWork, ShardWork.Answer> {
  private static final long serialVersionUID = 1;

  @Override
  public ShardWork.Answer call(ShardWork shard) {
    return shard.answer(Clock.systemUTC());
  }
}
