package dev.demur.learn.model;

import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A model: its shape and its weights, under the names that Hugging Face gives them.
///
/// The tensors are not copied. A [Trainer] writes to them in place; whoever shares them must know.
public final class LlamaModel {
  private static final double DEVIATION = 0.02;

  private final LlamaConfig config;
  private final SortedMap<String, Tensor> weights;

  /// @param weights exactly those that [LlamaConfig#shapes] lists
  public LlamaModel(LlamaConfig config, SortedMap<String, Tensor> weights) {
    SortedMap<String, Shape> shapes = config.shapes();
    shapes.forEach((name, shape) -> check(name, shape, weights));
    for (String name : weights.keySet()) {
      if (!shapes.containsKey(name)) {
        throw new IllegalArgumentException("the model has a weight too many: " + name);
      }
    }
    this.config = config;
    this.weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
  }

  private static void check(String name, Shape shape, SortedMap<String, Tensor> weights) {
    Tensor weight = weights.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("the model lacks the weight " + name);
    }
    if (!Shape.of(weight).equals(shape)) {
      throw new IllegalArgumentException(
          "weight %s must have shape %s, got %s"
              .formatted(name, shape.dimensions(), Shape.of(weight).dimensions()));
    }
  }

  /// A model with random weights, the same on every machine.
  ///
  /// Matrices are normal with deviation 0.02, those that join the residual stream with 0.02 /
  /// sqrt(2 * layers), so that the stream does not grow with depth; norms are 1, biases 0.
  public static LlamaModel initialise(LlamaConfig config, long seed) {
    SortedMap<String, Tensor> weights = new TreeMap<>();
    config.shapes().forEach((name, shape) -> weights.put(name, initial(config, seed, name, shape)));
    return new LlamaModel(config, weights);
  }

  private static Tensor initial(LlamaConfig config, long seed, String name, Shape shape) {
    Tensor tensor = shape.zeros();
    if (shape.isMatrix()) {
      boolean joins =
          Arrays.stream(Projection.values())
              .filter(Projection::joinsStream)
              .anyMatch(projection -> name.endsWith(projection.path() + ".weight"));
      double deviation = joins ? DEVIATION / Math.sqrt(2.0 * config.layers()) : DEVIATION;
      CounterRandom.of(seed, name).fillGaussian(tensor.data(), deviation);
    } else if (name.endsWith("norm.weight")) {
      Arrays.fill(tensor.data(), 1f);
    }
    return tensor;
  }

  /// Reads a folder as Hugging Face lays it out: `config.json` and `model.safetensors`, in one file
  /// or in several with an index.
  ///
  /// @throws ConfigException when the model is of a kind we cannot run
  public static LlamaModel load(Path folder) throws IOException {
    return Checkpoint.read(folder);
  }

  /// Writes `config.json` and `model.safetensors`, each atomically, the weights first.
  ///
  /// @param metadata kept in the safetensors file; `format` is set to `pt`, which other tools
  ///   expect
  public void save(Path folder, SortedMap<String, String> metadata) throws IOException {
    Checkpoint.write(this, folder, metadata);
  }

  public LlamaConfig config() {
    return config;
  }

  /// Every weight by name; the map cannot be changed, the tensors can.
  public SortedMap<String, Tensor> weights() {
    return weights;
  }

  Tensor weight(String name) {
    Tensor weight = weights.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("the model has no weight " + name);
    }
    return weight;
  }

  /// The output layer: the embedding where the two are tied.
  Tensor head() {
    return weight(config.tiedEmbeddings() ? WeightNames.EMBEDDING : WeightNames.HEAD);
  }

  /// A model with the same values in tensors of its own.
  public LlamaModel copy() {
    SortedMap<String, Tensor> copies = new TreeMap<>();
    weights.forEach((name, weight) -> copies.put(name, weight.copy()));
    return new LlamaModel(config, copies);
  }

  @Override
  public String toString() {
    return "LlamaModel[" + config.parameters() + " parameters]";
  }
}
