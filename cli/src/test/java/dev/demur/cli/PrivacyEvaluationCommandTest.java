package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/// `demur evaluate privacy` on a model of a few thousand weights.
@Isolated("redirects the process's streams")
class PrivacyEvaluationCommandTest {
  private static final List<String> WORDS =
      List.of(
          "nurse", "plans", "ships", "team", "garden", "river", "stone", "paper", "green",
          "market");

  @TempDir Path folder = Path.of("");

  private static Ran run(String... arguments) {
    return Ran.of(arguments);
  }

  private Path base() throws IOException {
    String text = String.join(" ", WORDS);
    Tokenizer tokenizer =
        TokenizerTraining.train(IntStream.range(0, 20).mapToObj(i -> "a " + text), 400);
    LlamaConfig config = LlamaConfig.small(tokenizer.vocabularySize(), 16, 24, 1, 2, 256);
    Path base = Files.createDirectories(folder.resolve("base"));
    LlamaModel.initialise(config, 3).save(base, new TreeMap<>());
    tokenizer.save(base.resolve("tokenizer.json"));
    return base;
  }

  private Path posts(int authors) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2 * authors; i++) {
      List<String> words = new ArrayList<>();
      for (int word = 0; word < 30; word++) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      lines.add(
          Output.JSON.writeValueAsString(
              Output.object(
                  "author", "a" + i / 2, "id", "p" + i, "text", String.join(" ", words))));
    }
    return Files.write(folder.resolve("posts.jsonl"), lines);
  }

  private Ran evaluate(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", "privacy", "--short", "--threads", "1"));
    arguments.addAll(List.of("--base", base().toString(), "--shards", "1", "--slices", "1"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void theReportIsWrittenInThreeFormats() throws IOException {
    Path out = folder.resolve("out");

    Ran ran = evaluate("--posts", posts(16).toString(), "--json", "--out", out.toString());

    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
    JsonNode report = Output.JSON.readTree(ran.out());
    assertThat(report.path("removal").path("equal").asBoolean()).isTrue();
    assertThat(report.path("setup").path("members").asInt()).isEqualTo(16);
    assertThat(Files.readString(out.resolve("report.json"))).isEqualTo(ran.out().strip());
    assertThat(Files.readString(out.resolve("report.html"))).startsWith("<!doctype html>");
    assertThat(Files.readString(out.resolve("report.txt"))).contains("Ends of canaries found out");
  }

  @Test
  void tooFewAuthorsAndTooFewModelsAreRefused() throws IOException {
    Ran few = evaluate("--posts", posts(5).toString());
    Ran shadows = evaluate("--posts", posts(16).toString(), "--shadows", "4");

    assertThat(few.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(few.err()).contains("an evaluation needs 16 members or more, got 5");
    assertThat(shadows.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(shadows.err()).contains("shadows must be 8 or more, got 4");
  }

  @Test
  void aMissingFileOfPostsIsRefused() throws IOException {
    Ran ran = evaluate("--posts", folder.resolve("none.jsonl").toString());

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("no such file; give posts as JSON Lines with --posts");
  }

  @Test
  void aCardNeedsATraining() {
    Ran ran =
        run(
            "model",
            "card",
            "--home",
            folder.resolve("home").toString(),
            "--out",
            folder.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("nothing is trained yet; run `demur train` first");
  }
}
