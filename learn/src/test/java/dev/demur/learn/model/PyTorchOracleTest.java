package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demur.learn.tensor.Workers;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// From equal weights, our trainer and PyTorch see the same losses.
class PyTorchOracleTest {
  private static final int STEPS = 20;
  private static final float LEARNING_RATE = 0.003f;

  @BeforeAll
  static void onlyWhereTheNativeLibraryRuns() {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeTrue(
        platform.equals("Linux amd64"),
        "the PyTorch library of these tests is for Linux on x86-64, this is " + platform);
  }

  static Stream<LlamaConfig> configs() {
    return Stream.of(
        Models.plain(),
        Models.elaborate(ProjectionBias.QUERY_KEY_VALUE),
        Models.elaborate(ProjectionBias.ALL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configs")
  void twentyStepsGiveTheLossesOfPyTorch(LlamaConfig config) throws IOException {
    PyTorchModel.compare(() -> trains(config));
  }

  private void trains(LlamaConfig config) {
    LlamaModel model = LlamaModel.initialise(config, 3);
    try (Workers workers = Workers.of(1);
        PyTorchModel oracle = new PyTorchModel(model.copy())) {
      Trainer trainer = new Trainer(model, AdamWSettings.standard(), workers);
      for (int step = 0; step < STEPS; step++) {
        Batch batch = Models.batch(config, step % 4, 20, 6, 1);
        double ours = trainer.step(batch, LEARNING_RATE);
        assertThat(ours)
            .as("step %d", step)
            .isCloseTo(oracle.step(batch, LEARNING_RATE), within(1e-3));
      }
    }
  }
}
