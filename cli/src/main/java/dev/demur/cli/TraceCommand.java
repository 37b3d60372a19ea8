package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.Tracing;
import dev.demur.home.Tracing.TracedSpan;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "trace",
    description = "Finds spans of a text in the corpus, and how many members wrote each.",
    footer = {"", "Example: demur trace \"we moved the ward rota to a shared calendar\""})
final class TraceCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--member", paramLabel = "M", description = "Only spans that this member wrote.")
  @Nullable String member;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "3",
      description = "The shortest span in words (default: ${DEFAULT-VALUE}).")
  int words = 3;

  @Parameters(paramLabel = "TEXT", description = "- reads stdin.")
  String text = "";

  @Override
  public Integer call() throws IOException {
    String asked =
        text.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : text;
    try (Home home = common.open()) {
      List<TracedSpan> spans =
          Tracing.spans(home, asked, words, Optional.ofNullable(member).map(MemberId::new));
      Table table = new Table("from", "to", "members", "text");
      spans.forEach(s -> table.row(s.start(), s.end(), s.members(), s.text()));
      common
          .output()
          .result(
              Output.object("spans", spans),
              spans.isEmpty() ? "no span of %d words or more".formatted(words) : table.toString());
    }
    return ExitCode.DONE;
  }
}
