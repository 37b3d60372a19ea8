package dev.demur.cli;

import dev.demur.home.InputRefused;
import dev.demur.learn.adapter.AdapterQuality;
import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.file.Sha256;
import dev.demur.model.CorpusRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "adapters",
    description =
        "What dividing members into shards costs in quality: perplexity on authors who were never"
            + " trained on; see docs/forgetting.md.",
    footer = {"", "Example: demur evaluate adapters --posts posts.jsonl --shards 1,16"})
final class AdaptersEvaluation implements Callable<Integer> {
  private static final byte[] KEY = "the same for all runs".getBytes(StandardCharsets.US_ASCII);

  /// Of ten authors two are measured on, and one is left to those who try settings out.
  private static final int PARTS = 10;

  private static final int MEASURED = 2;
  private static final int LEFT_OUT = 3;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--posts",
      required = true,
      paramLabel = "FILE",
      description = "JSON Lines {\"author\",\"id\",\"text\"}.")
  Path posts = Path.of("");

  @Option(
      names = "--shards",
      paramLabel = "S",
      defaultValue = "1,4,8,16,32",
      split = ",",
      description = "The first is what the others are compared with (default: ${DEFAULT-VALUE}).")
  List<Integer> shards = List.of();

  @Option(
      names = "--slices",
      paramLabel = "R",
      defaultValue = "8",
      description = "Of each shard (default: ${DEFAULT-VALUE}).")
  int slices = 8;

  @Option(
      names = "--posts-each",
      paramLabel = "N",
      defaultValue = "2",
      description = "At most so many of each author (default: ${DEFAULT-VALUE}).")
  int postsEach = 2;

  @Option(
      names = "--longest",
      paramLabel = "N",
      defaultValue = "3000",
      description = "Characters after which a post is cut (default: ${DEFAULT-VALUE}).")
  int longest = 3000;

  @Option(names = "--base", paramLabel = "DIR", description = "Default: the one that ships.")
  @Nullable Path base;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  /// Those who are trained on, and those who are measured.
  private record Parts(List<CorpusRow> trained, List<CorpusRow> measured) {}

  /// What one number of shards gives.
  ///
  /// @param gainKept of what the first number of shards gains over the base
  /// @param gap to the perplexity of the first number of shards
  private record Point(
      int shards, int slices, double perplexity, double gainKept, double gap, long tokens) {}

  @Override
  public Integer call() throws IOException {
    Output output = common.output();
    Parts parts = parts();
    AdapterQuality quality =
        new AdapterQuality(
            dev.demur.learn.base.Base.load(Base.folder(base)),
            AdapterSettings.standard(),
            KEY,
            parts.trained(),
            parts.measured());
    output.progress().at("measuring the base", 0, 0);
    double ofBase = quality.ofBase(threads);
    List<Point> curve = curve(quality, ofBase, output);
    Object result =
        Output.object("base", ofBase, "measuredTokens", quality.heldOutTokens(), "curve", curve);
    output.result(result, table(ofBase, curve));
    return ExitCode.DONE;
  }

  private List<Point> curve(AdapterQuality quality, double ofBase, Output output)
      throws IOException {
    List<Point> points = new ArrayList<>();
    for (int count : shards) {
      output.progress().at("training and measuring", points.size(), shards.size());
      AdapterQuality.Trained adapter = quality.train(count, slices, threads);
      double perplexity = quality.of(adapter.mean(), 1, threads);
      double first = points.isEmpty() ? perplexity : points.getFirst().perplexity();
      points.add(
          new Point(
              count,
              slices,
              perplexity,
              (ofBase - perplexity) / (ofBase - first),
              perplexity / first - 1,
              adapter.tokens()));
      output.info("%d × %d: perplexity %.2f".formatted(count, slices, perplexity));
    }
    return points;
  }

  private static String table(double ofBase, List<Point> curve) {
    Table table = new Table("shards × slices", "perplexity", "gain kept", "gap");
    table.row("base", "%.2f".formatted(ofBase), "", "");
    for (Point point : curve) {
      table.row(
          "%d × %d".formatted(point.shards(), point.slices()),
          "%.2f".formatted(point.perplexity()),
          "%.0f %%".formatted(100 * point.gainKept()),
          "%.1f %%".formatted(100 * point.gap()));
    }
    return table.toString();
  }

  private Parts parts() throws IOException {
    List<CorpusRow> trained = new ArrayList<>();
    List<CorpusRow> measured = new ArrayList<>();
    for (CorpusRow row : new PostsFile(posts, postsEach, longest).rows()) {
      int part = Math.floorMod(Sha256.of(row.member().value()).hashCode(), PARTS);
      if (part < MEASURED) {
        measured.add(row);
      } else if (part >= LEFT_OUT) {
        trained.add(row);
      }
    }
    if (trained.isEmpty() || measured.isEmpty()) {
      throw new InputRefused(posts + ": too few authors to train on some and measure on others");
    }
    return new Parts(trained, measured);
  }
}
