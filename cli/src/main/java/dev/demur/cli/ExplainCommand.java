package dev.demur.cli;

import dev.demur.home.Explaining;
import dev.demur.home.Home;
import dev.demur.model.RecordId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "Says why a record is in or out.",
    footer = {
      "",
      "Example: demur explain 0123456789abcdef0123456789abcdef --program linkedin-2025"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "RECORD", description = "The record's id.")
  String record = "";

  @Option(names = "--program", required = true, paramLabel = "P", description = "Name or file.")
  String program = "";

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = CommonOptions.InstantConverter.class,
      description = "The instant of the decision (default: now).")
  @Nullable Instant asOf;

  @Override
  public Integer call() {
    try (Home home = common.open()) {
      Explaining.Answer answer =
          Explaining.explain(
              home, new RecordId(record), Programs.load(program), Optional.ofNullable(asOf));
      common
          .output()
          .result(
              answer,
              "%s: %s%s%nclause: %s%ncategory: %s, as of %s"
                  .formatted(
                      record,
                      answer.outcome(),
                      answer.reason() == null ? "" : ", " + answer.reason(),
                      answer.clause(),
                      answer.category(),
                      answer.asOf()));
    }
    return ExitCode.DONE;
  }
}
