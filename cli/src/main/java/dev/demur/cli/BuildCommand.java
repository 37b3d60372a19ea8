package dev.demur.cli;

import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Snapshot;
import dev.demur.model.Reason;
import dev.demur.program.Program;
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
  private static final String LOCAL = "local";

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--program", paramLabel = "P", required = true, description = "Name or file.")
  String program = "";

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = CommonOptions.InstantConverter.class,
      description = "The instant of every decision (default: now).")
  @Nullable Instant asOf;

  @Option(
      names = "--engine",
      paramLabel = "local",
      defaultValue = LOCAL,
      description = "Where to run: local.")
  String engine = LOCAL;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    if (!engine.equals(LOCAL)) {
      throw new InputRefused("--engine takes local, got: " + engine);
    }
    Program rules = Programs.load(program);
    Output output = common.output();
    try (Home home = common.open()) {
      Snapshot snapshot =
          Building.run(
              home,
              rules,
              () -> Base.folder(null),
              Optional.ofNullable(asOf),
              threads,
              output.progress());
      output.result(json(snapshot), text(snapshot));
      if (snapshot.in() == 0) {
        output.info(nothingIn(snapshot));
      }
    }
    return ExitCode.DONE;
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

  private static Object json(Snapshot snapshot) {
    return Output.object(
        "snapshot", snapshot.id(),
        "contentRoot", snapshot.contentRoot(),
        "program", snapshot.program(),
        "asOf", snapshot.asOf().toString(),
        "records", Output.object("in", snapshot.in(), "out", snapshot.out()),
        "reasons", snapshot.reasons());
  }

  static String text(Snapshot snapshot) {
    Table table = new Table("answer", "records");
    table.row("in the corpus", snapshot.in());
    snapshot.reasons().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(reason -> table.row(reason.getKey(), reason.getValue()));
    return "snapshot %s under %s as of %s%ncontent root %s%n%n%s"
        .formatted(
            snapshot.id(), snapshot.program(), snapshot.asOf(), snapshot.contentRoot(), table);
  }
}
