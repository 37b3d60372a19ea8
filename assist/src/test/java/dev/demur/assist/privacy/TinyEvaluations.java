package dev.demur.assist.privacy;

import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.base.Base;
import dev.demur.learn.model.AdamWSettings;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.LoraConfig;
import dev.demur.learn.privacy.PrivacySettings;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Evaluations of a model of a few thousand weights, so that they take a moment.
final class TinyEvaluations {
  private static final List<String> WORDS =
      List.of(
          "nurse",
          "plans",
          "ships",
          "team",
          "open",
          "garden",
          "river",
          "stone",
          "light",
          "paper",
          "green",
          "market",
          "table",
          "window",
          "bread",
          "music",
          "train",
          "winter",
          "summer",
          "letter",
          "bridge",
          "silver",
          "copper",
          "forest",
          "island",
          "harbour",
          "mountain",
          "valley",
          "engine",
          "needle",
          "basket",
          "candle");

  static final Base BASE = base();

  private TinyEvaluations() {}

  private static Base base() {
    try {
      String text = String.join(" ", WORDS) + " ";
      Tokenizer tokenizer =
          TokenizerTraining.train(IntStream.range(0, 20).mapToObj(i -> "a " + text), 600);
      LlamaConfig config = LlamaConfig.small(tokenizer.vocabularySize(), 32, 64, 1, 2, 128);
      return new Base(LlamaModel.initialise(config, 3), tokenizer, "tiny base");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Two texts by each of so many members.
  static List<CorpusRow> rows(int members) {
    SplittableRandom random = new SplittableRandom(1);
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < 2 * members; i++) {
      rows.add(
          new CorpusRow(
              new MemberId("member-%02d".formatted(i / 2)),
              new RecordId("%032x".formatted(i)),
              Purpose.CONTENT_GENERATION,
              Category.CONTENT_POST,
              Optional.empty(),
              sentence(random),
              new TreeMap<>()));
    }
    return rows;
  }

  private static String sentence(SplittableRandom random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  static PrivacySettings settings(float learningRate, int epochs) {
    AdapterSettings adapter =
        new AdapterSettings(
            LoraConfig.standard(7),
            AdamWSettings.standard().withWeightDecay(0),
            learningRate,
            2,
            4,
            32,
            epochs);
    return new PrivacySettings(adapter, 1, 1, 8, List.of(1, 16), 127, 3, 3, 50, 1);
  }

  static PrivacyReport run(PrivacySettings settings, Path work, int threads) throws IOException {
    return new PrivacyEvaluation(
            BASE, "words at random", rows(12), settings, work, threads, (done, total) -> {})
        .run();
  }
}
