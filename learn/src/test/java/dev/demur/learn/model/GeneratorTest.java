package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {
  private static final LlamaConfig CONFIG = Models.plain();
  private static final Generator GENERATOR = new Generator(Models.random(CONFIG, 5));
  private static final int[] PROMPT = {3, 1, 4};

  static Stream<LlamaConfig> configs() {
    return Stream.of(
        Models.plain(),
        Models.elaborate(ProjectionBias.NONE),
        Models.elaborate(ProjectionBias.QUERY_KEY_VALUE),
        Models.elaborate(ProjectionBias.ALL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configs")
  void logitsAreTheBitsOfTheForwardPassHoweverTheTextIsCutUp(LlamaConfig config) {
    LlamaModel model = Models.random(config, 5);
    Generator generator = new Generator(model);
    int[] text = new SplittableRandom(6).ints(60, 0, config.vocabularySize()).toArray();
    double[][] reference = new ReferenceModel(model).logits(text);

    float[] whole;
    try (Workers workers = Workers.of(1)) {
      whole = new Network(model, Learning.nothing(), workers).logits(text);
    }

    Session byToken = generator.start();
    for (int i = 0; i < text.length; i++) {
      float[] logits = byToken.append(text[i]).clone();
      int vocabulary = logits.length;
      assertThat(Arrays.copyOfRange(whole, i * vocabulary, (i + 1) * vocabulary)).isEqualTo(logits);
      Session byText = generator.start();
      assertThat(byText.append(Arrays.copyOf(text, i + 1))).isEqualTo(logits);
      for (int token = 0; token < logits.length; token++) {
        assertThat((double) logits[token]).isCloseTo(reference[i][token], within(2e-4));
      }
    }
    assertThat(byToken.position()).isEqualTo(60);
    assertThat(byToken.remaining()).isEqualTo(4);
  }

  @Test
  void greedyTakesTheLikeliestTokenEachTime() {
    Generation text =
        GENERATOR.generate(PROMPT, GenerationSettings.greedy(10, Set.of()), TokenFilter.all());

    Session session = GENERATOR.start();
    float[] logits = session.append(PROMPT);
    for (int token : text.tokens()) {
      for (float logit : logits) {
        assertThat(logit).isLessThanOrEqualTo(logits[token]);
      }
      logits = session.append(token);
    }
    assertThat(text.tokens()).hasSize(10);
    assertThat(text.end()).isEqualTo(Generation.End.LENGTH);
  }

  @Test
  void equalSeedsWriteEqualTexts() {
    assertThat(sampled(1)).isEqualTo(sampled(1));
    assertThat(sampled(2)).isNotEqualTo(sampled(1));
  }

  private static List<Integer> sampled(long seed) {
    GenerationSettings settings = new GenerationSettings(20, 1, 10, seed, Set.of());
    return GENERATOR.generate(PROMPT, settings, TokenFilter.all()).tokens();
  }

  @Test
  void drawsFollowTheProbabilitiesOfTheTopTokens() {
    float[] logits = {0, (float) Math.log(3), -50, (float) Math.log(2)};
    GenerationSettings settings = new GenerationSettings(1, 1, 3, 42, Set.of());
    Sampler sampler = new Sampler(settings, TokenFilter.all());
    int[] counts = new int[4];
    List<Integer> generated = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      counts[sampler.pick(logits, generated)]++;
      generated.add(0);
    }

    assertThat(counts[0]).isCloseTo(1000, within(120));
    assertThat(counts[1]).isCloseTo(3000, within(120));
    assertThat(counts[2]).isZero();
    assertThat(counts[3]).isCloseTo(2000, within(120));
  }

  @Test
  void aForbiddenTokenIsNeverWritten() {
    TokenFilter even = (generated, token) -> token % 2 == 0;
    GenerationSettings settings = new GenerationSettings(30, 2, 5, 1, Set.of());

    Generation text = GENERATOR.generate(PROMPT, settings, even);

    assertThat(text.tokens()).hasSize(30).allMatch(token -> token % 2 == 0);
  }

  @Test
  void theFilterSeesWhatWasWritten() {
    TokenFilter threeOnly = (generated, token) -> generated.size() < 3;
    Generation text = GENERATOR.generate(PROMPT, GenerationSettings.greedy(9, Set.of()), threeOnly);

    assertThat(text.tokens()).hasSize(3);
    assertThat(text.end()).isEqualTo(Generation.End.NOTHING_PERMITTED);
  }

  @Test
  void anEndTokenEndsTheTextAndIsNotPartOfIt() {
    GenerationSettings endless = GenerationSettings.greedy(10, Set.of());
    List<Integer> whole = GENERATOR.generate(PROMPT, endless, TokenFilter.all()).tokens();
    int last = whole.get(4);

    Generation text =
        GENERATOR.generate(PROMPT, GenerationSettings.greedy(10, Set.of(last)), TokenFilter.all());

    assertThat(text.tokens()).isEqualTo(whole.subList(0, whole.indexOf(last)));
    assertThat(text.end()).isEqualTo(Generation.End.END_TOKEN);
  }

  @Test
  void aTextEndsWhereTheModelDoes() {
    GenerationSettings endless = GenerationSettings.greedy(1000, Set.of());

    Generation text = GENERATOR.generate(PROMPT, endless, TokenFilter.all());

    assertThat(text.tokens()).hasSize(CONFIG.maxPositions() - PROMPT.length + 1);
    assertThat(text.end()).isEqualTo(Generation.End.LENGTH);
  }

  @Test
  void candidatesComeInOrder() {
    float[] logits = {1, 5, -2, 5, 3};
    Candidates candidates = new Candidates(logits);
    List<Integer> order = new ArrayList<>();
    while (!candidates.isEmpty()) {
      order.add(candidates.next());
    }

    assertThat(order).containsExactly(1, 3, 4, 0, 2);
  }

  @Test
  void aTextThatWasTakenBackLeavesNoTrace() {
    Session straight = GENERATOR.start();
    straight.append(PROMPT);
    float[] expected = straight.append(1, 5, 9).clone();

    Session session = GENERATOR.start();
    session.append(PROMPT);
    session.append(2, 6, 5, 3, 5);
    session.rewind(PROMPT.length);

    assertThat(session.position()).isEqualTo(PROMPT.length);
    assertThat(session.append(1, 5, 9)).isEqualTo(expected);
    assertThatThrownBy(() -> session.rewind(7)).hasMessage("rewind takes 0 to 6 tokens, got 7");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThatThrownBy(() -> GENERATOR.start().append())
        .hasMessage("append needs at least one token");
    assertThatThrownBy(() -> GENERATOR.start().append(37))
        .hasMessage("token 37 is not in the vocabulary of 37");
    assertThatThrownBy(() -> GENERATOR.start().append(new int[65]))
        .hasMessage("the text has 65 tokens, the model takes 64; cut its beginning");
  }
}
