package dev.demur.learn.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final Workers WORKERS = Workers.of(1);
  private static final LlamaConfig CONFIG = Models.plain();

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  private static Trainer trainer() {
    return new Trainer(LlamaModel.initialise(CONFIG, 1), AdamWSettings.standard(), WORKERS);
  }

  private static Batch batch(long seed) {
    return Models.batch(CONFIG, seed, 20, 5, 11);
  }

  @Test
  void anUntrainedModelGuessesEvenly() {
    double even = Math.log(CONFIG.vocabularySize());

    assertThat(trainer().loss(batch(1))).isCloseTo(even, within(0.05));
  }

  @Test
  void aBatchSeenOftenIsLearntByHeart() {
    Trainer trainer = trainer();
    Batch batch = batch(1);
    double loss = Double.MAX_VALUE;
    for (int step = 0; step < 150; step++) {
      loss = trainer.step(batch, 0.01f);
    }

    assertThat(loss).isLessThan(0.15);
    assertThat(new Evaluation(trainer.model(), WORKERS).loss(batch)).isLessThan(0.15);
  }

  @Test
  void trainingRestoredFromAStateContinuesIdentically() {
    Trainer straight = trainer();
    straight.step(batch(1), 0.01f);
    straight.step(batch(2), 0.01f);
    TrainingState state = straight.state();
    double loss = straight.step(batch(3), 0.01f);

    Trainer resumed = trainer();
    resumed.restore(state);

    assertThat(resumed.step(batch(3), 0.01f)).isEqualTo(loss);
    assertThat(Models.sha256(resumed.state().tensors()))
        .isEqualTo(Models.sha256(straight.state().tensors()));
    assertThat(resumed.state().step()).isEqualTo(3);
  }

  /// A sum over rows goes on where it stopped. Tied embeddings get two sums, which then alternate.
  @Test
  void batchesOfOneStepTeachWhatTheyWouldAsOneBatch() {
    LlamaConfig untied = Models.elaborate(ProjectionBias.ALL);
    List<Batch> parts = List.of(Models.batch(untied, 1, 20, 5), Models.batch(untied, 2, 9, 1, 14));
    Batch joined = joined(parts);
    Trainer whole = new Trainer(Models.random(untied, 1), AdamWSettings.standard(), WORKERS);
    Trainer accumulating = new Trainer(Models.random(untied, 1), AdamWSettings.standard(), WORKERS);

    double loss = whole.step(joined, 0.01f);

    assertThat(accumulating.step(parts, 0.01f)).isCloseTo(loss, within(1e-12));
    assertThat(Models.sha256(accumulating.state().tensors()))
        .isEqualTo(Models.sha256(whole.state().tensors()));
  }

  private static Batch joined(List<Batch> parts) {
    return new Batch(
        parts.stream().flatMapToInt(part -> Arrays.stream(part.tokens())).toArray(),
        parts.stream().flatMapToInt(part -> Arrays.stream(part.targets())).toArray(),
        parts.stream().flatMapToInt(part -> Arrays.stream(part.lengths())).toArray());
  }

  @Test
  void aStateIsACopy() {
    Trainer trainer = trainer();
    TrainingState state = trainer.state();
    String before = Models.sha256(state.tensors());

    trainer.step(batch(1), 0.01f);

    assertThat(Models.sha256(state.tensors())).isEqualTo(before);
  }

  @Test
  void measuringTheLossChangesNothing() {
    Trainer measured = trainer();
    Trainer plain = trainer();
    measured.loss(batch(9));
    double loss = measured.loss(batch(1));

    assertThat(measured.step(batch(1), 0.01f)).isEqualTo(loss);
    plain.step(batch(1), 0.01f);
    assertThat(Models.sha256(measured.state().tensors()))
        .isEqualTo(Models.sha256(plain.state().tensors()));
  }

  @Test
  void aSequenceIsReadTheSameWhateverLiesBesideIt() {
    Batch alone = new Batch(new int[] {1, 2, 3}, new int[] {-1, -1, 4}, new int[] {3});
    Batch beside =
        new Batch(
            new int[] {7, 8, 1, 2, 3, 9}, new int[] {-1, -1, -1, -1, 4, -1}, new int[] {2, 3, 1});

    assertThat(trainer().loss(beside)).isEqualTo(trainer().loss(alone));
  }

  @Test
  void aLargeBatchAfterASmallOneReusesNothingStale() {
    Trainer grown = trainer();
    grown.loss(Models.batch(CONFIG, 5, 3));
    grown.loss(Models.batch(CONFIG, 6, 40, 40));

    assertThat(grown.loss(batch(1))).isEqualTo(trainer().loss(batch(1)));
  }

  @Test
  void decayPullsMatricesAndLeavesNorms() {
    AdamWSettings settings = AdamWSettings.standard();
    SortedMap<String, Tensor> weights = new TreeMap<>();
    weights.put("matrix", Tensor.of(new float[] {2f}, 1, 1));
    weights.put("norm", Tensor.of(new float[] {2f}, 1));
    AdamW optimiser = new AdamW(settings, weights);

    optimiser.step(WORKERS, 0.5f);

    assertThat(weights.get("matrix").data()[0]).isEqualTo(2f * (1 - 0.5f * 0.1f));
    assertThat(weights.get("norm").data()[0]).isEqualTo(2f);
  }

  @Test
  void aLongGradientIsShortenedToTheMaximumNorm() {
    SortedMap<String, Tensor> weights = new TreeMap<>();
    weights.put("a", Tensor.zeros(1));
    weights.put("b", Tensor.zeros(1));
    AdamW optimiser = new AdamW(AdamWSettings.standard(), weights);
    optimiser.gradient("a").data()[0] = 3;
    optimiser.gradient("b").data()[0] = -4;

    optimiser.step(WORKERS, 0.1f);

    SortedMap<String, Tensor> state = optimiser.state().tensors();
    assertThat(requireNonNull(state.get("a.mean")).data()[0]).isCloseTo(0.1f * 0.6f, within(1e-7f));
    assertThat(requireNonNull(state.get("b.mean")).data()[0])
        .isCloseTo(0.1f * -0.8f, within(1e-7f));
    assertThat(requireNonNull(state.get("b.square")).data()[0])
        .isCloseTo(0.05f * 0.64f, within(1e-7f));
    assertThat(weights.get("a").data()[0]).isCloseTo(-0.1f, within(1e-6f));
  }

  @Test
  void aStateThatDoesNotFitIsRefused() {
    TrainingState state = trainer().state();
    SortedMap<String, Tensor> tensors = new TreeMap<>(state.tensors());
    Tensor norm = tensors.remove("model.norm.weight");
    assertThatThrownBy(() -> trainer().restore(new TrainingState(1, tensors)))
        .hasMessage(
            "the training state holds 59 tensors, this trainer needs 60: each weight, its .mean and"
                + " .square");
    tensors.put("another", norm);
    assertThatThrownBy(() -> trainer().restore(new TrainingState(1, tensors)))
        .hasMessage("the training state lacks the tensor model.norm.weight");
    tensors.remove("another");
    tensors.put("model.norm.weight", Tensor.zeros(5));
    assertThatThrownBy(() -> trainer().restore(new TrainingState(1, tensors)))
        .hasMessage("tensor model.norm.weight of the training state must have shape [24], got [5]");
  }

  @Test
  void batchesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Batch(new int[] {1, 2}, new int[] {1}, new int[] {2}))
        .hasMessageStartingWith("a batch needs one target for each token");
    assertThatThrownBy(() -> new Batch(new int[] {1}, new int[] {1}, new int[] {1, 0}))
        .hasMessage("a batch holds a sequence of length 0; leave it out");
    assertThatThrownBy(() -> new Batch(new int[] {1}, new int[] {-1}, new int[] {1}))
        .hasMessage("a batch without any target teaches nothing");
    assertThatThrownBy(() -> trainer().loss(Batch.ofNextTokens(List.of(new int[] {1, 37}))))
        .hasMessage("target 37 is not in the vocabulary of 37");
    assertThatThrownBy(() -> trainer().loss(Batch.ofNextTokens(List.of(new int[66]))))
        .hasMessage("a sequence has 65 tokens, the model takes 64; cut it into windows");
  }
}
