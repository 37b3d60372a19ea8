package dev.demur.cli;

import dev.demur.assist.embed.MiniLm;
import dev.demur.assist.evaluate.MatchingQuality;
import dev.demur.assist.evaluate.MatchingQuality.Measured;
import dev.demur.home.InputRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "evaluate",
    description =
        "Measures how good features and adapters are, and what they give away, on public data.",
    subcommands = {
      EvaluateCommand.Matching.class,
      AdaptersEvaluation.class,
      PrivacyEvaluationCommand.class,
      WritingEvaluation.class,
      FairnessEvaluation.class
    },
    footer = {"", "Example: demur evaluate matching --data ../shared/data"})
final class EvaluateCommand {
  @Command(
      name = "matching",
      description =
          "Titles, skills, related occupations, and people for jobs; see docs/quality.md.",
      footer = {"", "Example: demur evaluate matching --data ../shared/data --every 10"})
  static final class Matching implements Callable<Integer> {
    private static final long SEED = 1;

    @Mixin CommonOptions common = new CommonOptions();

    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "A folder with esco/, onet/ and eval/, as docs/quality.md says.")
    Path data = Path.of("");

    @Option(
        names = "--every",
        paramLabel = "N",
        defaultValue = "1",
        description = "One vacancy title of N (default: ${DEFAULT-VALUE}, all).")
    int every = 1;

    @Option(
        names = "--only",
        paramLabel = "WHAT",
        defaultValue = "titles,skills,related,people",
        split = ",",
        description = "Any of titles, skills, related, people.")
    List<String> only = List.of();

    @Override
    public Integer call() {
      MatchingQuality quality =
          new MatchingQuality(data, new MiniLm(), common.output().progress()::at);
      List<Measured> measured = new ArrayList<>();
      for (String what : only) {
        measured.add(
            switch (what) {
              case "titles" -> quality.titles(every);
              case "skills" -> quality.skills();
              case "related" -> quality.related();
              case "people" -> quality.people(SEED);
              default ->
                  throw new InputRefused(
                      "--only takes titles, skills, related or people, got: " + what);
            });
        Measured last = measured.getLast();
        common.output().info("%s, %,d cases: %s".formatted(what, last.cases(), last.figures()));
      }
      Table table = new Table("what", "cases", "figure", "value");
      measured.forEach(m ->
          m.figures()
              .forEach(
                  (name, value) -> table.row(m.what(), m.cases(), name, "%.3f".formatted(value))));
      common.output().result(Output.object("measured", measured), table.toString());
      return ExitCode.DONE;
    }
  }
}
