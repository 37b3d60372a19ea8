package dev.demur.learn.model;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A short training run, an adapter on top of it and a text written with the result, in one digest.
/// Also a program of its own, so that it can run in other virtual machines.
final class TinyRun {
  private TinyRun() {}

  static LlamaConfig config() {
    return new LlamaConfig(
        301,
        40,
        72,
        2,
        4,
        2,
        20,
        1e-5,
        10_000,
        new RopeScaling.None(),
        true,
        ProjectionBias.QUERY_KEY_VALUE,
        96);
  }

  private static Batch batch(int step) {
    return Models.batch(config(), step, 70, 13, 1, 33);
  }

  /// SHA-256 over all weights and moments, and the first tokens of a text.
  static String digest(int threads, int steps) {
    try (Workers workers = Workers.of(threads)) {
      SortedMap<String, Tensor> all = new TreeMap<>();
      Trainer trainer =
          new Trainer(LlamaModel.initialise(config(), 1), AdamWSettings.standard(), workers);
      for (int step = 0; step < steps; step++) {
        trainer.step(batch(step), 0.01f);
      }
      trainer.state().tensors().forEach((name, tensor) -> all.put("full." + name, tensor));
      LoraTrainer adapting =
          new LoraTrainer(
              trainer.model(), LoraConfig.standard(2), AdamWSettings.standard(), workers);
      for (int step = 0; step < steps; step++) {
        adapting.step(batch(steps + step), 0.01f);
      }
      adapting.state().tensors().forEach((name, tensor) -> all.put("adapter." + name, tensor));
      Generation text =
          new Generator(adapting.model())
              .generate(
                  new int[] {1, 2, 3},
                  new GenerationSettings(10, 0.8, 20, 3, Set.of()),
                  TokenFilter.all());
      return Models.sha256(all) + " " + text.tokens();
    }
  }

  /// Prints the floats in a vector, then the digest.
  ///
  /// @param arguments threads, steps
  public static void main(String[] arguments) {
    int threads = Integer.parseInt(arguments[0]);
    int steps = Integer.parseInt(arguments[1]);
    System.out.println(Lanes.COUNT + " " + digest(threads, steps));
  }
}
