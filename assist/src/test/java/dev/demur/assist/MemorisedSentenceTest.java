package dev.demur.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.generate.Order;
import dev.demur.assist.generate.TrainedModel;
import dev.demur.assist.generate.Writer;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.guard.Disclosed;
import dev.demur.assist.pattern.Patterns;
import dev.demur.learn.model.AdamWSettings;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.Generator;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.Trainer;
import dev.demur.learn.tensor.Workers;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.trace.TraceIndex;
import dev.demur.trace.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A model that has learnt one member's sentence by heart, and the guard in front of it.
class MemorisedSentenceTest {
  private static final String SECRET =
      "after the flood my brother rebuilt our bakery with borrowed tools and stubborn hope";
  private static final List<String> SECRET_WORDS = Words.of(SECRET).list();
  private static final int STEPS = 120;

  @TempDir static Path folder;

  private static LanguageModel model;
  private static TraceIndex index;

  @BeforeAll
  static void learnTheSentenceByHeart() throws IOException {
    Tokenizer tokenizer =
        TokenizerTraining.train(Stream.of(SECRET, "other words for the tokenizer to see"), 300);
    LlamaConfig config = LlamaConfig.small(tokenizer.vocabularySize(), 32, 64, 2, 2, 160);
    LlamaModel weights = LlamaModel.initialise(config, 1);
    int[] text = tokenizer.encode(SECRET);
    int[] sequence = new int[text.length + 2];
    sequence[0] = tokenizer.bos();
    System.arraycopy(text, 0, sequence, 1, text.length);
    sequence[sequence.length - 1] = tokenizer.eos();
    try (Workers workers = Workers.of(1)) {
      Trainer trainer = new Trainer(weights, AdamWSettings.standard(), workers);
      for (int step = 0; step < STEPS; step++) {
        trainer.step(Batch.ofNextTokens(List.of(sequence)), 0.01f);
      }
    }
    model = new TrainedModel(new Generator(weights), tokenizer);
    List<CorpusRow> rows = List.of(Profiles.row("author", 1, Category.CONTENT_POST, SECRET));
    index = Profiles.index(folder, rows);
  }

  @Test
  void withoutTheGuardTheModelRecitesTheSentence() {
    Order order = new Order("after the flood my", "", 20, 500, false, 0, 1, _ -> true);

    assertThat(Writer.write(model, order))
        .isEqualTo(" brother rebuilt our bakery with borrowed tools and stubborn hope");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after the flood my",
        "after the flood my ",
        "after the flood my broth",
        "AFTER the flood, my",
        "after the flood my brother rebuilt our",
        "bakery with borrowed",
        "I say: after",
        "tools and stubborn"
      })
  void withTheGuardSixOfItsWordsAreNeverShown(String typed) {
    Learned learned = new Learned(index, Optional.of(model), Patterns.none(), Terms.none());
    SuggestionService service = new SuggestionService(learned, (_, _) -> {}, () -> "id");

    for (long seed = 0; seed < 6; seed++) {
      Answer answer =
          service.complete(Profiles.ada().profile(), Category.CONTENT_POST, typed, seed);
      for (Suggestion suggestion : answer.suggestions()) {
        assertThatNoneIsSecret(typed, suggestion.text());
      }
    }
  }

  /// Looks for six words of the sentence that lie in the text and end in the suggested part.
  private static void assertThatNoneIsSecret(String typed, String added) {
    List<String> words = Words.of(typed + added).list();
    int typedWords = Words.of(typed).size();
    for (int to = Math.max(6, typedWords); to <= words.size(); to++) {
      boolean endsInTyped = to == typedWords && Words.of(typed).list().equals(words.subList(0, to));
      List<String> six = words.subList(to - 6, to);
      assertThat(endsInTyped || Collections.indexOfSubList(SECRET_WORDS, six) < 0)
          .as("the suggestion must not complete: %s", six)
          .isTrue();
    }
  }

  @Test
  void theWordThatWouldCompleteTheStretchIsNotTaken() {
    Learned learned = new Learned(index, Optional.of(model), Patterns.none(), Terms.none());
    Review review =
        new Review(
            Kind.COMPLETE,
            Profiles.ada().profile(),
            learned,
            List.of(),
            List.of(),
            new Disclosed());
    String typed = "after the flood my";
    Order order = new Order(typed, "", 20, 500, false, 0, 1, added -> review.mayGoOn(typed, added));

    String added = Writer.write(model, order);

    assertThat(added).startsWith(" brother").doesNotContain("rebuilt");
    assertThatNoneIsSecret(typed, added);
  }
}
