package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.ImportReport;
import dev.demur.home.Importing;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = "Takes in members' archives (zip or folder) and what the platform knows of them.",
    footer = {"", "Example: demur import --facts members.jsonl archives/*.zip"})
final class ImportCommand implements Callable<Integer> {
  private static final int MAX_LINES = 20;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description = "JSON Lines: {\"id\",\"country\",\"countryFrom\",\"birthDate\"}.")
  @Nullable Path facts;

  @Option(names = "--member", paramLabel = "ID", description = "Whose archive it is.")
  @Nullable String member;

  @Parameters(paramLabel = "PATH", description = "Archives; a folder of zips means each of them.")
  List<Path> paths = new ArrayList<>();

  @Override
  public Integer call() {
    Output output = common.output();
    try (Home home = common.open()) {
      ImportReport report =
          Importing.run(
              home,
              paths,
              Optional.ofNullable(facts),
              Optional.ofNullable(member).map(MemberId::new),
              output.progress());
      output.result(json(report), text(report));
      report.refused().stream().limit(MAX_LINES).forEach(r -> output.error("refused: " + line(r)));
      return report.refused().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }

  private static Object json(ImportReport report) {
    return Output.object(
        "members", report.members(),
        "facts", report.facts(),
        "records", report.records(),
        "skipped", report.skipped(),
        "refused",
            report.refused().stream()
                .map(r ->
                    Output.object(
                        "path", r.path(),
                        "entry", r.entry(),
                        "line", r.line(),
                        "reason", r.reason()))
                .toList());
  }

  private static String text(ImportReport report) {
    Table table = new Table("category", "records");
    report.records().forEach((category, records) -> table.row(category, records));
    long all = report.records().values().stream().mapToLong(Long::longValue).sum();
    String head =
        "%,d archives, %,d records, %,d new facts; %,d entries skipped, %,d refused"
            .formatted(
                report.members(),
                all,
                report.facts(),
                report.skipped().size(),
                report.refused().size());
    return all == 0 ? head : head + "\n\n" + table;
  }

  private static String line(ImportReport.Refusal refusal) {
    String where = refusal.entry().isEmpty() ? "" : " " + refusal.entry();
    String line = refusal.line() > 0 ? " line " + refusal.line() : "";
    return refusal.path() + where + line + ": " + refusal.reason();
  }
}
