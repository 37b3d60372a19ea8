package dev.demur.cli;

import dev.demur.assist.Learned;
import dev.demur.assist.SuggestionService;
import dev.demur.assist.embed.MiniLm;
import dev.demur.assist.evaluate.Fairness;
import dev.demur.assist.generate.TrainedModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.pattern.Patterns;
import dev.demur.learn.model.Generator;
import dev.demur.trace.TraceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether names, pronouns, gaps and age cues change what people get.
@Command(
    name = "fairness",
    description = "Matched pairs on matching, search and text: names, pronouns, gaps, age cues.",
    footer = {"", "Example: demur evaluate fairness"})
final class FairnessEvaluation implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--base", paramLabel = "DIR", description = "Default: the one that ships.")
  @Nullable Path base;

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "1",
      description = "One occupation of N (default: ${DEFAULT-VALUE}, all).")
  int every = 1;

  @Override
  public Integer call() throws IOException {
    var loaded = dev.demur.learn.base.Base.load(Base.folder(base));
    Learned learned =
        new Learned(
            new TraceIndex(),
            Optional.of(new TrainedModel(new Generator(loaded.model()), loaded.tokenizer())),
            Patterns.none(),
            Terms.none());
    SuggestionService service = new SuggestionService(learned, (asker, shown) -> {}, () -> "id");
    List<Fairness.Measured> measured =
        new Fairness(new MiniLm(), service).run(every, common.output().progress()::at);
    Table table = new Table("swapped", "pairs", "unlike: matching", "search", "text");
    measured.forEach(each ->
        table.row(each.swapped(), each.pairs(), each.matching(), each.search(), each.text()));
    common.output().result(Output.object("measured", measured), table.toString());
    return ExitCode.DONE;
  }
}
