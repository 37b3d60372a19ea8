package dev.demur.learn.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LoraTest {
  private static final double STEP = 1e-5;
  private static final int CHECKED = 12;
  private static final Workers WORKERS = Workers.of(1);
  private static final LlamaConfig CONFIG = Models.elaborate(ProjectionBias.QUERY_KEY_VALUE);
  private static final LoraConfig LORA = LoraConfig.standard(99);

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  private static LoraTrainer trainer(LlamaModel base) {
    return new LoraTrainer(base, LORA, AdamWSettings.standard(), WORKERS);
  }

  private static Batch batch(long seed) {
    return Models.batch(CONFIG, seed, 9, 3, 14);
  }

  @Test
  void everyGradientOfAnUpWeightIsTheSlopeOfTheLoss() {
    LlamaModel base = Models.random(CONFIG, 1);
    LoraTrainer trainer = trainer(base);
    trainer.step(batch(1), 0.05f);
    trainer.step(batch(2), 0.05f);
    LlamaModel before = trainer.model().copy();
    Batch batch = batch(3);
    double loss = trainer.step(batch, 0.05f);

    ReferenceModel reference = new ReferenceModel(before);
    assertThat(loss).isCloseTo(reference.loss(batch), within(1e-5));
    SortedMap<String, Tensor> gradients = trainer.gradients();
    LORA.names(CONFIG)
        .forEach((weight, up) -> {
          Tensor gradient = requireNonNull(gradients.get(up));
          int outputs = gradient.shape()[0];
          for (int i = 0; i < CHECKED; i++) {
            int row = i * 7 % outputs;
            int column = i * 3 % LORA.rank();
            double slope = slope(reference, batch, weight, row, column);
            assertThat((double) gradient.data()[row * LORA.rank() + column])
                .as("%s[%d][%d]", up, row, column)
                .isCloseTo(slope, within(1e-4 + 1e-4 * Math.abs(slope)));
          }
        });
  }

  /// Moving B[row][column] moves a whole row of the weight, along row `column` of A.
  private static double slope(
      ReferenceModel reference, Batch batch, String name, int row, int column) {
    double[] weight = reference.weight(name);
    int inputs = requireNonNull(CONFIG.shapes().get(name)).dimensions().get(1);
    float[] down = LORA.down(name, inputs).data();
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      double[] kept = weight.clone();
      for (int i = 0; i < inputs; i++) {
        double direction = LORA.scale() * down[column * inputs + i];
        weight[row * inputs + i] += (side == 0 ? STEP : -STEP) * direction;
      }
      losses[side] = reference.loss(batch);
      System.arraycopy(kept, 0, weight, 0, kept.length);
    }
    return (losses[0] - losses[1]) / (2 * STEP);
  }

  @Test
  void anUntrainedAdapterChangesNothing() {
    LlamaModel base = Models.random(CONFIG, 1);

    LlamaModel merged = LoraAdapter.zero(LORA, CONFIG).mergedInto(base, 1, WORKERS);

    assertThat(Models.sha256(merged.weights())).isEqualTo(Models.sha256(base.weights()));
  }

  @Test
  void theMergedModelIsTheModelThatWasTrainedAndTheBaseStaysAsItWas() {
    LlamaModel base = Models.random(CONFIG, 1);
    String before = Models.sha256(base.weights());
    LoraTrainer trainer = trainer(base);
    trainer.step(batch(1), 0.05f);
    trainer.step(batch(2), 0.05f);

    LlamaModel merged = trainer.adapter().mergedInto(base, 1, WORKERS);

    assertThat(Models.sha256(merged.weights())).isEqualTo(Models.sha256(trainer.model().weights()));
    assertThat(Models.sha256(base.weights())).isEqualTo(before);
    assertThat(Models.sha256(merged.weights())).isNotEqualTo(before);
  }

  @Test
  void trainingRestoredFromAStateContinuesIdentically() {
    LoraTrainer straight = trainer(Models.random(CONFIG, 1));
    straight.step(batch(1), 0.01f);
    straight.step(batch(2), 0.01f);
    TrainingState state = straight.state();
    straight.step(batch(3), 0.01f);

    LoraTrainer resumed = trainer(Models.random(CONFIG, 1));
    resumed.restore(state);
    resumed.step(batch(3), 0.01f);

    assertThat(Models.sha256(resumed.state().tensors()))
        .isEqualTo(Models.sha256(straight.state().tensors()));
    assertThat(resumed.state().step()).isEqualTo(3);
  }

  @Test
  void onlyTargetsAreAdapted() {
    LoraConfig narrow = new LoraConfig(4, 8, 5, EnumSet.of(Projection.QUERY, Projection.VALUE));
    LlamaModel base = Models.random(CONFIG, 1);
    LoraTrainer trainer = new LoraTrainer(base, narrow, AdamWSettings.standard(), WORKERS);
    trainer.step(batch(1), 0.05f);

    SortedMap<String, Tensor> same = new TreeMap<>(trainer.model().weights());
    same.keySet()
        .removeIf(name -> name.contains("q_proj.weight") || name.contains("v_proj.weight"));
    same.forEach((name, tensor) -> assertThat(tensor).isSameAs(base.weights().get(name)));
    assertThat(trainer.adapter().ups()).hasSize(2 * CONFIG.layers());
  }

  @Test
  void theMeanOfAdaptersIsTheMeanOfEachValue() {
    LoraTrainer one = trainer(Models.random(CONFIG, 1));
    one.step(batch(1), 0.05f);
    LoraTrainer two = trainer(Models.random(CONFIG, 1));
    two.step(batch(2), 0.05f);

    LoraAdapter mean = LoraAdapter.mean(List.of(one.adapter(), two.adapter()));

    mean.ups()
        .forEach((name, tensor) -> {
          double expected =
              ((double) one.adapter().up(name).data()[5] + two.adapter().up(name).data()[5]) / 2;
          assertThat(tensor.data()[5]).isEqualTo((float) expected);
        });
  }

  @Test
  void adaptersOfDifferentConfigsHaveNoMean() {
    LoraAdapter one = LoraAdapter.zero(LORA, CONFIG);
    LoraAdapter two = LoraAdapter.zero(LoraConfig.standard(100), CONFIG);

    assertThatThrownBy(() -> LoraAdapter.mean(List.of(one, two)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("adapters of different configs have no mean: LoraConfig[rank=8");
    assertThatThrownBy(() -> LoraAdapter.mean(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the mean needs at least one adapter");
  }
}
