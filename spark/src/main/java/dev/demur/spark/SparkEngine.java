package dev.demur.spark;

import dev.demur.corpus.build.BucketWork;
import dev.demur.corpus.build.BuildEngine;
import dev.demur.corpus.store.BucketTask;
import dev.demur.home.ShardEngine;
import dev.demur.home.ShardWork;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/*
 * A bucket is one task, read and written where it is worked on: each member's records lie in one bucket, so that nothing
 * is shuffled, and a bucket of the corpus is one file as ever, without the bounds and counts that Spark's own writer would
 * put into manifests. What the stages need to know of members goes to each machine once. The driver makes the one commit.
 *
 * For this no Iceberg connector is needed, which brings an Iceberg and a Parquet of its own under the names of ours.
 */

/// Works on buckets, and trains shards, by Apache Spark. Every machine must see the warehouse
/// folder under one path; to train, the home and the base as well.
public final class SparkEngine implements BuildEngine, ShardEngine {
  private static final List<String> BROUGHT_BY_SPARK =
      List.of("spark-", "scala-", "hadoop-client-", "log4j-", "netty-", "kryo-", "chill");

  private final String master;

  /// @param master as Spark takes it, e.g. `local[*]`, `spark://host:7077`, `yarn`
  public SparkEngine(String master) {
    this.master = master;
  }

  @Override
  public void run(List<BucketTask> tasks, Stages stages, Taking each) {
    try (JavaSparkContext spark = new JavaSparkContext(configuration("demur build"))) {
      Broadcast<byte[]> plan = spark.broadcast(stages.elsewhere().toBytes());
      List<BucketWork.Result> results =
          spark.parallelize(tasks, tasks.size()).map(new SparkWork(plan)).collect();
      results.forEach(each::take);
    }
  }

  @Override
  public List<ShardWork.Done> run(List<ShardWork> shards) throws IOException {
    List<ShardWork.Answer> answers;
    try (JavaSparkContext spark = new JavaSparkContext(configuration("demur train"))) {
      answers = spark.parallelize(shards, shards.size()).map(new SparkShard()).collect();
    }
    List<ShardWork.Done> done = new ArrayList<>();
    for (ShardWork.Answer answer : answers) {
      done.add(answer.orThrow());
    }
    return done;
  }

  private SparkConf configuration(String name) {
    SparkConf configuration =
        new SparkConf()
            .setMaster(master)
            .setAppName(name)
            .set("spark.ui.enabled", "false")
            .set("spark.speculation", "false")
            .set("spark.driver.maxResultSize", "0")
            .set("spark.executor.extraJavaOptions", String.join(" ", SparkFlags.JVM));
    if (isLocal()) {
      configuration.set("spark.driver.bindAddress", "127.0.0.1");
      configuration.set("spark.driver.host", "127.0.0.1");
    }
    if (!isInThisProcess()) {
      configuration.set("spark.jars", ownJars());
    }
    return configuration;
  }

  private boolean isInThisProcess() {
    return master.equals("local") || master.startsWith("local[");
  }

  private boolean isLocal() {
    return isInThisProcess() || master.startsWith("local-cluster");
  }

  /// What machines of a cluster do not have of themselves.
  private static String ownJars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(jar -> jar.getName().endsWith(".jar"))
        .filter(jar -> BROUGHT_BY_SPARK.stream().noneMatch(jar.getName()::startsWith))
        .map(File::getAbsolutePath)
        .collect(Collectors.joining(","));
  }
}
