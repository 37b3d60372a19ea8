package dev.demur.cli;

import dev.demur.home.Explaining;
import dev.demur.home.Home;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.RecordId;
import dev.demur.model.Use;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    description =
        "Says why a record is in or out: every clause tried, the facts used, and when the answer last"
            + " changed and will next change by itself.",
    footer = {
      "",
      "Example: demur explain 0123456789abcdef0123456789abcdef --program linkedin-2025"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec picocli.CommandLine.Model.@Nullable CommandSpec spec;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "RECORD", description = "The record's id.")
  String record = "";

  @Option(names = "--program", required = true, paramLabel = "P", description = "Name or file.")
  String program = "";

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = CommonOptions.InstantConverter.class,
      description = "The instant of the decision, with what was known then (default: now).")
  @Nullable Instant asOf;

  @Option(
      names = "--purpose",
      paramLabel = "U",
      description = "content-generation or other-ml (default: ${DEFAULT-VALUE}).",
      defaultValue = "content-generation")
  String purpose = "";

  @Option(
      names = "--recipient",
      paramLabel = "R",
      description = "controller, affiliate, vendor or third-party (default: ${DEFAULT-VALUE}).",
      defaultValue = "controller")
  String recipient = "";

  @Override
  public Integer call() {
    Use use =
        new Use(
            Purpose.of(purpose).orElseThrow(() -> unknown("--purpose", purpose, Purpose.values())),
            Recipient.of(recipient)
                .orElseThrow(() -> unknown("--recipient", recipient, Recipient.values())));
    try (Home home = common.open()) {
      Explaining.Explained explained =
          Explaining.explain(
              home, recordId(), Programs.load(program), use, Optional.ofNullable(asOf));
      common.output().result(explained.answer(), explained.text());
    }
    return ExitCode.DONE;
  }

  private RecordId recordId() {
    try {
      return new RecordId(record);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage() == null ? "no record id: " + record : e.getMessage());
    }
  }

  private ParameterException unknown(String option, String given, Object[] known) {
    return usage(
        "%s takes %s, got: %s"
            .formatted(
                option,
                Arrays.stream(known).map(Object::toString).collect(Collectors.joining(", ")),
                given));
  }

  private ParameterException usage(String message) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), message);
  }
}
