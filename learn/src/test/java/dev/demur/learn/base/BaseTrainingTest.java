package dev.demur.learn.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.learn.file.Sha256;
import dev.demur.learn.safetensors.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BaseTrainingTest {
  private static final BaseSettings TINY =
      new BaseSettings(300, 16, 24, 1, 2, 16, 4, 3, 1e-2f, 0.1f, 5, 200, 7, 1);

  @TempDir Path folder;

  @Test
  void itLearns() throws IOException {
    List<Measurement> measured = new ArrayList<>();
    Measurement last = train(folder.resolve("base"), 1, listener(measured, Integer.MAX_VALUE));
    assertThat(measured.getFirst().step()).isZero();
    assertThat(measured.getFirst().perplexity()).isBetween(250.0, 320.0);
    assertThat(last.perplexity()).isLessThan(measured.getFirst().perplexity() / 3);
    Base base = Base.load(folder.resolve("base"));
    assertThat(base.model().config().vocabularySize()).isEqualTo(base.tokenizer().vocabularySize());
    assertThat(folder.resolve("base/unfinished.safetensors")).doesNotExist();
  }

  @Test
  void threadsAndInterruptionsAreNotSeen() throws IOException {
    train(folder.resolve("one"), 1, BaseProgress.silent());
    train(folder.resolve("two"), 2, BaseProgress.silent());
    Path stopped = folder.resolve("stopped");
    for (int stop : new int[] {3, 7, 12, 14, 15}) {
      assertThatThrownBy(() -> train(stopped, 1, listener(new ArrayList<>(), stop)))
          .hasMessage("killed");
    }
    train(stopped, 1, BaseProgress.silent());
    assertThat(files(folder.resolve("two"))).isEqualTo(files(folder.resolve("one"))).hasSize(5);
    assertThat(files(stopped)).isEqualTo(files(folder.resolve("one")));
  }

  @Test
  void aCheckpointOfOtherSettingsIsNotContinued() throws IOException {
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> train(out, 1, listener(new ArrayList<>(), 8))).hasMessage("killed");
    assertThat(Safetensors.readMetadata(out.resolve("unfinished.safetensors")))
        .containsEntry("step", "7");
    BaseSettings other = new BaseSettings(300, 16, 24, 1, 2, 16, 4, 3, 1e-2f, 0.1f, 5, 200, 7, 2);
    BaseTraining.train(sources(), other, out, 1, BaseProgress.silent());
    BaseTraining.train(sources(), other, folder.resolve("fresh"), 1, BaseProgress.silent());
    assertThat(files(out)).isEqualTo(files(folder.resolve("fresh")));
  }

  @Test
  void theCardSaysWhatTheBaseIsMadeFrom() throws IOException {
    train(folder.resolve("base"), 1, BaseProgress.silent());
    String card = Files.readString(folder.resolve("base/README.md"));
    Path file = folder.resolve("text.jsonl");
    assertThat(card)
        .contains(
            "| text.jsonl | %d | `%s` | public domain |"
                .formatted(Files.size(file), Sha256.of(file)))
        .contains("| 0 | ")
        .contains("./demur base train --out DIR --text")
        .doesNotContain(folder.toString());
  }

  @Test
  void theBillOfMaterialsNamesTheWeightsAndTheText() throws IOException {
    train(folder.resolve("base"), 1, BaseProgress.silent());
    JsonNode bom =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("base/bom.cdx.json")));
    JsonNode model = bom.at("/metadata/component");
    assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(bom.path("specVersion").asString()).isEqualTo("1.6");
    assertThat(model.path("type").asString()).isEqualTo("machine-learning-model");
    assertThat(model.at("/hashes/0/content").asString())
        .isEqualTo(Sha256.of(folder.resolve("base/model.safetensors")));
    assertThat(model.at("/modelCard/modelParameters/datasets/0/ref").asString())
        .isEqualTo(bom.at("/components/0/bom-ref").asString());
    assertThat(bom.at("/components/0/hashes/0/content").asString())
        .isEqualTo(Sha256.of(folder.resolve("text.jsonl")));
    assertThat(bom.at("/components/0/licenses/0/license/name").asString())
        .isEqualTo("public domain");
  }

  @Test
  void tooLittleTextIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("short.txt"), "A few words.");
    assertThatThrownBy(() ->
            BaseTraining.train(
                List.of(new TextSource(file, "none")),
                TINY,
                folder.resolve("out"),
                1,
                BaseProgress.silent()))
        .hasMessageStartingWith("too little text: ");
  }

  private Measurement train(Path out, int threads, BaseProgress progress) throws IOException {
    return BaseTraining.train(sources(), TINY, out, threads, progress);
  }

  private List<TextSource> sources() throws IOException {
    Path file = folder.resolve("text.jsonl");
    if (!Files.exists(file)) {
      StringBuilder lines = new StringBuilder();
      String[] who = {"A nurse", "The team", "Our baker", "A pilot"};
      String[] what = {"plans the day", "writes a report", "meets the guests", "checks the engine"};
      for (int i = 0; i < 60; i++) {
        lines.append(
            "{\"id\":\"%d\",\"text\":\"%s %s and %s.\"}\n"
                .formatted(i, who[i % 4], what[i / 4 % 4], what[i / 16 % 4]));
      }
      Files.writeString(file, lines);
    }
    return List.of(new TextSource(file, "public domain"));
  }

  private static BaseProgress listener(List<Measurement> measured, int killAtStep) {
    return new BaseProgress() {
      @Override
      public void stepped(int step, int steps, double loss, int tokens) {
        if (step == killAtStep) {
          throw new IllegalStateException("killed");
        }
      }

      @Override
      public void measured(Measurement measurement) {
        measured.add(measurement);
      }
    };
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        digests.put(String.valueOf(file.getFileName()), Sha256.of(file));
      }
    }
    return digests;
  }
}
