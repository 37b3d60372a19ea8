package dev.demur.cli;

import dev.demur.archive.container.Limits;
import dev.demur.archive.platform.Mapping;
import dev.demur.home.Home;
import dev.demur.home.ImportReport;
import dev.demur.home.ImportRequest;
import dev.demur.home.Importing;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description =
        "Takes in members' archives (zip or folder), the platform's own records and tables, and what"
            + " it knows of its members.",
    footer = {
      "",
      "Example: demur import --facts members.jsonl archives/*.zip",
      "         demur import --mapping posts.yaml posts.csv"
    })
final class ImportCommand implements Callable<Integer> {
  private static final int MAX_LINES = 20;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description = "JSON Lines: {\"id\",\"country\",\"countryFrom\",\"birthDate\"}.")
  @Nullable Path facts;

  @Option(names = "--member", paramLabel = "ID", description = "Whose archive it is.")
  @Nullable String member;

  @Option(
      names = "--mapping",
      paramLabel = "FILE.yaml",
      description = "How the platform's tables (CSV, JSON Lines, Parquet, a query) become records.")
  @Nullable Path mapping;

  @Option(
      names = "--full",
      description = "Read a database from the beginning, not from where the last import ended.")
  boolean full;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also writes the report as a page.")
  @Nullable Path report;

  @ArgGroup(validate = false, heading = "%nWhat an archive may hold, or it is refused:%n")
  LimitOptions limits = new LimitOptions();

  @Parameters(
      paramLabel = "PATH",
      description =
          "Archives; a folder of zips means each of them. Files of records (.jsonl). With --mapping,"
              + " tables (.csv, .jsonl, .parquet); none for a query.")
  List<Path> paths = new ArrayList<>();

  private Limits limits() {
    try {
      return limits.limits();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Integer call() throws IOException {
    Output output = common.output();
    try (Home home = common.open()) {
      ImportReport taken =
          Importing.run(
              home,
              new ImportRequest(
                  paths,
                  Optional.ofNullable(facts),
                  Optional.ofNullable(member).map(MemberId::new),
                  Optional.ofNullable(mapping).map(Mapping::load),
                  limits(),
                  full),
              output.progress());
      output.result(ImportText.json(taken), ImportText.text(taken));
      taken.refused().stream()
          .limit(MAX_LINES)
          .forEach(r -> output.error("refused: " + ImportText.line(r)));
      if (report != null) {
        Files.writeString(report, ImportPage.of(taken, home.clock().instant()));
        output.info("the report is in " + report);
      }
      return taken.refused().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }
}
