package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The hand-written backward pass against finite differences of the double-precision reference.
class GradientTest {
  private static final double STEP = 1e-5;
  private static final int CHECKED = 12;

  static Stream<LlamaConfig> configs() {
    return Stream.of(
        Models.plain(),
        Models.elaborate(ProjectionBias.NONE),
        Models.elaborate(ProjectionBias.QUERY_KEY_VALUE),
        Models.elaborate(ProjectionBias.ALL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configs")
  void everyGradientIsTheSlopeOfTheLoss(LlamaConfig config) {
    LlamaModel model = Models.random(config, 3);
    Batch batch = Models.batch(config, 4, 7, 1, 12);
    SortedMap<String, Tensor> gradients = new TreeMap<>();
    config.shapes().forEach((name, shape) -> gradients.put(name, shape.zeros()));
    ReferenceModel reference = new ReferenceModel(model);
    try (Workers workers = Workers.of(1)) {
      double loss =
          new Network(model, Learning.everything(gradients), workers).lossAndGradients(batch);
      assertThat(loss).isCloseTo(reference.loss(batch), within(1e-5));
    }
    gradients.forEach((name, gradient) -> {
      double tolerance = 1e-5 + 1e-4 * largest(gradient.data());
      int size = gradient.data().length;
      for (int i = 0; i < CHECKED; i++) {
        int index = Math.floorMod(name.hashCode() + i * 7919, size);
        double slope = slope(reference, batch, name, index);
        assertThat((double) gradient.data()[index])
            .as("%s[%d]", name, index)
            .isCloseTo(slope, within(tolerance));
      }
    });
  }

  private static double slope(ReferenceModel reference, Batch batch, String name, int index) {
    double[] weight = reference.weight(name);
    double value = weight[index];
    weight[index] = value + STEP;
    double above = reference.loss(batch);
    weight[index] = value - STEP;
    double below = reference.loss(batch);
    weight[index] = value;
    return (above - below) / (2 * STEP);
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
