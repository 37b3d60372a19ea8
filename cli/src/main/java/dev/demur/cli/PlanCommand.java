package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.Planning;
import dev.demur.learn.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    description = {
      "Says what removals will cost for several numbers of shards and slices.",
      "More shards make a removal cheaper and the model a little worse; more slices cost storage."
    },
    footer = {"", "Example: demur plan --shards 4,16 --slices 4,8"})
final class PlanCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--shards",
      split = ",",
      paramLabel = "S,...",
      defaultValue = "1,4,8,16,32",
      description = "Default: ${DEFAULT-VALUE}.")
  List<Integer> shards = List.of();

  @Option(
      names = "--slices",
      split = ",",
      paramLabel = "R,...",
      defaultValue = "4,8",
      description = "Default: ${DEFAULT-VALUE}.")
  List<Integer> slices = List.of();

  @Option(
      names = "--batch",
      split = ",",
      paramLabel = "N,...",
      defaultValue = "1,8,32",
      description = "Requests worked together. Default: ${DEFAULT-VALUE}.")
  List<Integer> batches = List.of();

  @Option(
      names = "--draw",
      paramLabel = "N",
      defaultValue = "50",
      description = "Members whose removal is tried. Default: ${DEFAULT-VALUE}.")
  int draw = 50;

  @Option(names = "--base", paramLabel = "DIR", description = "The base model, as for train.")
  @Nullable Path base;

  @Override
  public Integer call() throws IOException {
    Output output = common.output();
    Tokenizer tokenizer = Tokenizer.load(Base.folder(base).resolve("tokenizer.json"));
    try (Home home = common.open()) {
      Planning.Plan plan =
          Planning.run(home, tokenizer, draw, shards, slices, batches, output.progress());
      output.result(plan, text(plan));
    }
    return ExitCode.DONE;
  }

  private static String text(Planning.Plan plan) {
    Table table =
        new Table(
            "shards",
            "slices",
            "batch",
            "slices replayed",
            "tokens replayed",
            "worst",
            "one request costs");
    plan.costs()
        .forEach(cost ->
            table.row(
                cost.shards(),
                cost.slices(),
                cost.batch(),
                "%.1f".formatted(cost.meanSlices()),
                "%,.0f".formatted(cost.meanTokens()),
                "%,d".formatted(cost.worstTokens()),
                "1/%.1f of a training".formatted(1 / cost.share())));
    return "%,d members with %,d tokens; %,d removals tried, each changes the rows of %.1f members%n%n%s"
        .formatted(plan.members(), plan.tokens(), plan.drawn(), plan.meanChanged(), table);
  }
}
