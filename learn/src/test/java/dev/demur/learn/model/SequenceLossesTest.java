package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequenceLossesTest {
  private static final LlamaConfig CONFIG = Models.plain();

  private final LlamaModel model = Models.random(CONFIG, 1);

  private static List<int[]> sequences() {
    SplittableRandom random = new SplittableRandom(2);
    List<int[]> sequences = new ArrayList<>();
    for (int length : new int[] {2, 9, 33, 5}) {
      sequences.add(random.ints(length, 0, CONFIG.vocabularySize()).toArray());
    }
    return sequences;
  }

  @Test
  void eachSequenceHasTheLossItHasAlone() {
    try (Workers workers = Workers.of(2)) {
      Evaluation evaluation = new Evaluation(model, workers);

      double[] together = evaluation.sequenceLosses(Batch.ofNextTokens(sequences()));

      for (int i = 0; i < together.length; i++) {
        Batch alone = Batch.ofNextTokens(List.of(sequences().get(i)));
        assertThat(together[i]).isEqualTo(evaluation.loss(alone));
      }
    }
  }

  @Test
  void tokensWithoutTargetDoNotCount() {
    try (Workers workers = Workers.of(1)) {
      Evaluation evaluation = new Evaluation(model, workers);
      Batch batch = Models.batch(CONFIG, 5, 20, 12);

      double[] means = evaluation.sequenceLosses(batch);

      long first = java.util.Arrays.stream(batch.targets(), 0, 20).filter(t -> t >= 0).count();
      long second = batch.targetCount() - first;
      double mean = (means[0] * first + means[1] * second) / batch.targetCount();
      assertThat(mean)
          .isCloseTo(evaluation.loss(batch), org.assertj.core.api.Assertions.within(1e-12));
    }
  }
}
