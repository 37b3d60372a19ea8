package dev.demur.cli;

import dev.demur.home.Certificate;
import dev.demur.home.Forgetting;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "Makes a home from a backup, checks it, and removes again whoever was removed since."
    },
    footer = {
      "",
      "Example: demur restore monday.zip --home ./demur-home --removals removals.jsonl"
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", description = "What demur backup wrote.")
  Path file = Path.of("");

  @ArgGroup(multiplicity = "1")
  Since since = new Since();

  @Option(names = "--base", paramLabel = "DIR", description = "The base model, as for train.")
  @Nullable Path base;

  /// What has happened since the backup.
  static final class Since {
    @Option(
        names = "--removals",
        paramLabel = "LIST",
        description = "What demur backup --removals wrote last.")
    @Nullable Path removals;

    @Option(
        names = "--no-removals",
        description = "Nobody has been removed since the backup; you answer for that.")
    boolean none;
  }

  @Override
  public Integer call() {
    Restore.Report report = Restore.run(file, common.home, list(), CommonOptions.clock());
    if (report.again() > 0) {
      try (Home home = common.open()) {
        Certificate done =
            new Forgetting(home, () -> Base.folder(base), common.output().progress())
                .forget(Set.of(), false);
        common.output().info("%d files with traces left".formatted(done.leftovers().size()));
      }
    }
    common
        .output()
        .result(
            Output.object(
                "home",
                common.home.toString(),
                "position",
                report.position(),
                "files",
                report.files(),
                "removedAgain",
                report.again()),
            "%s: %,d files, the ledger up to entry %,d; the log holds, the roots are equal; %d removed again"
                .formatted(common.home, report.files(), report.position(), report.again()));
    return ExitCode.DONE;
  }

  private String list() {
    if (since.removals == null) {
      return "";
    }
    try {
      return Files.readString(since.removals);
    } catch (IOException e) {
      throw new InputRefused(since.removals + ": the list of removals cannot be read", e);
    }
  }
}
