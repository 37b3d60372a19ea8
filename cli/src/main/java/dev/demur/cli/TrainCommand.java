package dev.demur.cli;

import dev.demur.home.Home;
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

  @Mixin EngineOptions engine = new EngineOptions();

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "Trains shards in N processes of their own (default: in this one).")
  @Nullable Integer processes;

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
              new Training.Manner(engine.threads, elsewhere()),
              output.progress());
      output.result(json(report), text(report));
    }
    return ExitCode.DONE;
  }

  private Optional<ShardEngine> elsewhere() {
    return engine.isSpark()
        ? Optional.of(SparkProcess.training(engine.master))
        : Optional.ofNullable(processes).map(ShardProcesses::likeThisOne);
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
