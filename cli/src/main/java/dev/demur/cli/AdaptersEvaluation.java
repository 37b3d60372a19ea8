package dev.demur.cli;

import dev.demur.home.InputRefused;
import dev.demur.learn.adapter.AdapterQuality;
import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.file.Sha256;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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

  private final List<CorpusRow> trained = new ArrayList<>();
  private final List<CorpusRow> measured = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    read();
    AdapterQuality quality =
        new AdapterQuality(
            dev.demur.learn.base.Base.load(Base.folder(base)),
            AdapterSettings.standard(),
            KEY,
            trained,
            measured);
    double ofBase = quality.ofBase(threads);
    common.output().info("base: perplexity %.2f".formatted(ofBase));
    List<Map<String, Object>> points = new ArrayList<>();
    Table table = new Table("shards × slices", "perplexity", "gain kept", "gap");
    table.row("base", "%.2f".formatted(ofBase), "", "");
    double first = 0;
    for (int count : shards) {
      AdapterQuality.Trained adapter = quality.train(count, slices, threads);
      double perplexity = quality.of(adapter.mean(), 1, threads);
      first = points.isEmpty() ? perplexity : first;
      double kept = (ofBase - perplexity) / (ofBase - first);
      double gap = perplexity / first - 1;
      points.add(
          Output.object(
              "shards",
              count,
              "slices",
              slices,
              "perplexity",
              perplexity,
              "gainKept",
              kept,
              "gap",
              gap,
              "tokens",
              adapter.tokens()));
      String name = "%d × %d".formatted(count, slices);
      table.row(
          name,
          "%.2f".formatted(perplexity),
          "%.0f %%".formatted(100 * kept),
          "%.1f %%".formatted(100 * gap));
      common.output().info("%s: perplexity %.2f".formatted(name, perplexity));
    }
    Object result =
        Output.object("base", ofBase, "measuredTokens", quality.heldOutTokens(), "curve", points);
    common.output().result(result, table.toString());
    return ExitCode.DONE;
  }

  private void read() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    int number = 0;
    if (!Files.isRegularFile(posts)) {
      throw new InputRefused(posts + ": no such file; give posts as JSON Lines with --posts");
    }
    for (String line : Files.readAllLines(posts)) {
      number++;
      add(line, number, counts);
    }
    if (trained.isEmpty() || measured.isEmpty()) {
      throw new InputRefused(posts + ": too few authors to train on some and measure on others");
    }
  }

  private void add(String line, int number, Map<String, Integer> counts) {
    JsonNode post = parse(line, number);
    String author = post.path("author").asString("");
    String text = post.path("text").asString("");
    if (author.isEmpty() || text.isBlank()) {
      throw new InputRefused("%s:%d: needs author and text".formatted(posts, number));
    }
    if (counts.merge(author, 1, Integer::sum) > postsEach) {
      return;
    }
    CorpusRow row =
        new CorpusRow(
            new MemberId(author),
            new RecordId("%032x".formatted(number)),
            Purpose.CONTENT_GENERATION,
            Category.CONTENT_POST,
            Optional.empty(),
            text.substring(0, Math.min(longest, text.length())),
            new TreeMap<>());
    int part = Math.floorMod(Sha256.of(author).hashCode(), PARTS);
    if (part < MEASURED) {
      measured.add(row);
    } else if (part >= LEFT_OUT) {
      trained.add(row);
    }
  }

  private JsonNode parse(String line, int number) {
    try {
      return Output.JSON.readTree(line);
    } catch (JacksonException e) {
      throw new InputRefused("%s:%d: not JSON".formatted(posts, number), e);
    }
  }
}
