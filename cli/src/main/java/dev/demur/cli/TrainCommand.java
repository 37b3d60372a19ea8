package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.ShardEngine;
import dev.demur.home.ShardProcesses;
import dev.demur.home.TrainReport;
import dev.demur.home.Training;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    description =
        "Trains adapters on the latest snapshot, merges them, and makes statistics and indexes.",
    footer = {"", "Example: demur train --shards 4 --slices 4"})
final class TrainCommand implements Callable<Integer> {
  private static final String LOCAL = "local";
  private static final String SPARK = "spark";

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--shards",
      paramLabel = "S",
      description = "Adapters to merge (default: as before, else 4).")
  @Nullable Integer shards;

  @Option(
      names = "--slices",
      paramLabel = "R",
      description = "Checkpoints of each shard (default: as before, else 4).")
  @Nullable Integer slices;

  @Option(
      names = "--base",
      paramLabel = "DIR",
      description = "The base model (default: models/base; also DEMUR_BASE).")
  @Nullable Path base;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "Trains shards in N processes of their own (default: in this one).")
  @Nullable Integer processes;

  @Option(
      names = "--engine",
      paramLabel = "local|spark",
      defaultValue = LOCAL,
      description = "Who trains shards: this machine, or Apache Spark (default: ${DEFAULT-VALUE}).")
  String engine = LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "With --engine spark: where, as Spark takes it (default: ${DEFAULT-VALUE}).")
  String master = "local[*]";

  @Override
  public Integer call() {
    Output output = common.output();
    try (Home home = common.open()) {
      TrainReport report =
          Training.run(
              home,
              Base.folder(base),
              CommonOptions.optional(shards),
              CommonOptions.optional(slices),
              new Training.Manner(threads, elsewhere()),
              output.progress());
      output.result(json(report), text(report));
    }
    return ExitCode.DONE;
  }

  private Optional<ShardEngine> elsewhere() {
    return switch (engine) {
      case LOCAL -> Optional.ofNullable(processes).map(ShardProcesses::likeThisOne);
      case SPARK -> Optional.of(SparkProcess.training(master));
      default -> throw new InputRefused("--engine takes local or spark, got: " + engine);
    };
  }

  private static Object json(TrainReport report) {
    return Output.object(
        "shards", report.shards(),
        "slices", report.slices(),
        "trained", report.trained(),
        "kept", report.kept(),
        "documents", report.documents(),
        "duplicates", report.duplicates(),
        "tokens", report.tokens(),
        "seconds", report.seconds());
  }

  static String text(TrainReport report) {
    return "%d shards × %d slices: %d slices trained, %d kept; %,d documents, %,d of them near-duplicates, %,d tokens in %.1f s"
        .formatted(
            report.shards(),
            report.slices(),
            report.trained(),
            report.kept(),
            report.documents(),
            report.duplicates(),
            report.tokens(),
            report.seconds());
  }
}
