package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.tensor.Workers;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Gradients clipped in the order of a hash map, as a planted mistake: the same training twice
/// gives two models, and comparing their bytes shows it.
class ClippingOrderTest {
  private static final int RUNS = 6;
  private static final int STEPS = 6;

  /// Adds the tensors in the order in which a map happens to hold them.
  private static final class InMapOrder extends GradientNorm {
    @Override
    double of(List<TrainedTensor> trained, Workers workers) {
      Map<TrainedTensor, Boolean> map = new IdentityHashMap<>();
      trained.forEach(tensor -> map.put(tensor, true));
      float sum = 0;
      for (TrainedTensor tensor : map.keySet()) {
        for (float value : tensor.gradient().data()) {
          sum += value * value;
        }
      }
      return Math.sqrt(sum);
    }
  }

  @Test
  void clippingInTheOrderOfAMapIsCaught() {
    assertThat(models(new InMapOrder())).hasSizeGreaterThan(1);
  }

  @Test
  void clippingInTheOrderOfNamesGivesOneModel() {
    assertThat(models(new GradientNorm())).hasSize(1);
  }

  /// The digests of models that were trained alike.
  private static Set<String> models(GradientNorm norm) {
    Set<String> digests = new HashSet<>();
    for (int run = 0; run < RUNS; run++) {
      LlamaModel model = Models.random(Models.plain(), 1);
      try (Workers workers = Workers.of(1)) {
        Trainer trainer = new Trainer(model, AdamWSettings.standard(), workers, norm);
        for (int step = 0; step < STEPS; step++) {
          trainer.step(Models.batch(Models.plain(), step, 20, 5), 0.01f);
        }
        digests.add(Models.sha256(trainer.state().tensors()));
      }
    }
    return digests;
  }
}
