package dev.demur.bench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demur.learn.model.Batch;
import dev.demur.learn.model.LlamaModel;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The peer does the same work: a race against somebody who does less would be none.
class PyTorchAgreesTest {
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void bothSeeTheSameLosses(Mode mode) throws IOException {
    assumeTrue(PyTorchContestant.isAvailable(), "the PyTorch library here is for Linux on x86-64");
    LlamaModel model = LlamaModel.initialise(ModelSize.ONE.config(), ModelSize.SEED);
    try (Contestant ours = new DemurContestant(model, mode, 1);
        Contestant theirs = new PyTorchContestant(model, mode, 1)) {
      for (Batch batch : ModelSize.ONE.batches(4)) {
        assertThat(ours.step(batch)).isCloseTo(theirs.step(batch), within(2e-3));
      }
    }
  }
}
