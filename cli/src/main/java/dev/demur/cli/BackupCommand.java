package dev.demur.cli;

import dev.demur.home.Backup;
import dev.demur.home.Home;
import dev.demur.learn.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = {
      "Writes the whole home into one file, while members go on choosing.",
      "A backup holds whoever is removed later, until it is deleted: see docs/reference/backup.md."
    },
    footer = {
      "",
      "Example: demur backup monday.zip",
      "         demur backup --removals removals.jsonl   # after every removal, kept elsewhere"
    })
final class BackupCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", description = "Where to write.")
  Path file = Path.of("");

  @Option(
      names = "--removals",
      description = "Only the list of removals, which a restore needs and which names nobody.")
  boolean removals;

  @Override
  public Integer call() throws IOException {
    try (Home home = common.open()) {
      if (removals) {
        String list = Backup.removals(home);
        AtomicFile.writeString(file, list);
        long count = list.lines().count();
        common
            .output()
            .result(
                Output.object("file", file.toString(), "removals", count),
                "%,d removals are listed in %s".formatted(count, file));
        return ExitCode.DONE;
      }
      Backup.Report report = Backup.write(home, file.toAbsolutePath());
      common
          .output()
          .result(
              Output.object(
                  "file",
                  file.toString(),
                  "position",
                  report.position(),
                  "files",
                  report.files(),
                  "bytes",
                  report.bytes()),
              "%s holds %,d files, and the ledger up to entry %,d"
                  .formatted(file, report.files(), report.position()));
    }
    return ExitCode.DONE;
  }
}
