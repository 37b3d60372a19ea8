package dev.demur.learn.model;

import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
    return digest(threads, steps, UnaryOperator.identity());
  }

  /// The same of a run that stops halfway through each training, leaves its state in a file, and
  /// goes on with another trainer.
  static String digestWithStops(int steps, Path file) {
    return digest(1, steps, state -> throughFile(state, file));
  }

  private static TrainingState throughFile(TrainingState state, Path file) {
    try {
      SortedMap<String, String> metadata = new TreeMap<>();
      Safetensors.write(file, state.tensors(), metadata, Storage.F32);
      return new TrainingState(state.step(), Safetensors.read(file).tensors());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(int threads, int steps, UnaryOperator<TrainingState> stop) {
    try (Workers workers = Workers.of(threads)) {
      SortedMap<String, Tensor> all = new TreeMap<>();
      Trainer trainer = trainer(workers);
      for (int step = 0; step < steps; step++) {
        if (step == steps / 2) {
          TrainingState state = stop.apply(trainer.state());
          trainer = trainer(workers);
          trainer.restore(state);
        }
        trainer.step(batch(step), 0.01f);
      }
      trainer.state().tensors().forEach((name, tensor) -> all.put("full." + name, tensor));
      LoraTrainer adapting = adapting(trainer.model(), workers);
      for (int step = 0; step < steps; step++) {
        if (step == steps / 2) {
          TrainingState state = stop.apply(adapting.state());
          adapting = adapting(trainer.model(), workers);
          adapting.restore(state);
        }
        adapting.step(batch(steps + step), 0.01f);
      }
      adapting.state().tensors().forEach((name, tensor) -> all.put("adapter." + name, tensor));
      return Models.sha256(all) + " " + text(adapting.model()).tokens();
    }
  }

  private static Trainer trainer(Workers workers) {
    return new Trainer(LlamaModel.initialise(config(), 1), AdamWSettings.standard(), workers);
  }

  private static LoraTrainer adapting(LlamaModel model, Workers workers) {
    return new LoraTrainer(model, LoraConfig.standard(2), AdamWSettings.standard(), workers);
  }

  private static Generation text(LlamaModel model) {
    return new Generator(model)
        .generate(
            new int[] {1, 2, 3},
            new GenerationSettings(10, 0.8, 20, 3, Set.of()),
            TokenFilter.all());
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
