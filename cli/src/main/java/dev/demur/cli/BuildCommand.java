package dev.demur.cli;

import dev.demur.corpus.build.CorpusBuild;
import dev.demur.corpus.build.LocalEngine;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.Snapshot;
import dev.demur.home.Snapshots;
import dev.demur.model.Reason;
import dev.demur.program.Program;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "build",
    description = "Decides every record and makes a corpus snapshot of those that are in.",
    footer = {"", "Example: demur build --program linkedin-2025"})
final class BuildCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--program", paramLabel = "P", required = true, description = "Name or file.")
  String program = "";

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = CommonOptions.InstantConverter.class,
      description = "The instant of every decision (default: now).")
  @Nullable Instant asOf;

  @Mixin EngineOptions engine = new EngineOptions();

  @Option(
      names = "--from-scratch",
      description = "Makes every text anew, also those that stand already; the outcome is equal.")
  boolean fromScratch;

  @Override
  public Integer call() throws IOException {
    Program rules = Programs.load(program);
    if (!engine.isSpark()) {
      here(rules);
      return ExitCode.DONE;
    }
    SparkProcess.Outcome outcome =
        SparkProcess.build(common, program, Optional.ofNullable(asOf), engine.master, fromScratch)
            .run();
    if (outcome.exitCode() != ExitCode.DONE) {
      return outcome.exitCode();
    }
    try (Home home = common.open()) {
      long made = Long.parseLong(outcome.answer());
      show(new Building.Built(Snapshots.latest(home).orElseThrow(), made));
    }
    return ExitCode.DONE;
  }

  private void here(Program rules) {
    CorpusBuild.Texts texts =
        fromScratch ? CorpusBuild.Texts.ALL_ANEW : CorpusBuild.Texts.TAKEN_OVER;
    try (Home home = common.open()) {
      show(
          Building.run(
              home,
              rules,
              () -> Base.folder(null),
              Optional.ofNullable(asOf),
              new Building.Manner(new LocalEngine(engine.threads), texts),
              common.output().progress()));
    }
  }

  private void show(Building.Built built) {
    Output output = common.output();
    output.result(json(built), text(built));
    if (built.snapshot().in() == 0) {
      output.info(nothingIn(built.snapshot()));
    }
  }

  /// What to do when every record is out.
  private static String nothingIn(Snapshot snapshot) {
    String why =
        snapshot.reasons().containsKey(Reason.NOTICE_TOO_RECENT.code())
            ? "the notice is too recent: build again after the program's lead days, or give `demur notice"
                + " send` the instant at which it went out with --at"
            : snapshot.reasons().containsKey(Reason.NOTICE_MISSING.code())
                ? "members have not been told: `demur notice send --program "
                    + snapshot.program()
                    + "`"
                : "ask `demur explain RECORD --program "
                    + snapshot.program()
                    + "` about one of them";
    return "nothing is in the corpus; hint: " + why;
  }

  private static Object json(Building.Built built) {
    Snapshot snapshot = built.snapshot();
    return Output.object(
        "snapshot", snapshot.id(),
        "contentRoot", snapshot.contentRoot(),
        "program", snapshot.program(),
        "asOf", snapshot.asOf().toString(),
        "records", Output.object("in", snapshot.in(), "out", snapshot.out()),
        "reasons", snapshot.reasons(),
        "textsMade", built.made());
  }

  private static String text(Building.Built built) {
    Snapshot snapshot = built.snapshot();
    Table table = new Table("answer", "records");
    table.row("in the corpus", snapshot.in());
    snapshot.reasons().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(reason -> table.row(reason.getKey(), reason.getValue()));
    return "snapshot %s under %s as of %s%ncontent root %s%n%,d texts made, the others stood already%n%n%s"
        .formatted(
            snapshot.id(),
            snapshot.program(),
            snapshot.asOf(),
            snapshot.contentRoot(),
            built.made(),
            table);
  }
}
