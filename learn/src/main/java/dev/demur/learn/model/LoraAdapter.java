package dev.demur.learn.model;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What training has added to a model: the Bs of [LoraConfig].
///
/// @param ups by name, each `float[outputs][rank]`
public record LoraAdapter(LoraConfig config, SortedMap<String, Tensor> ups) {
  public LoraAdapter {
    ups = Collections.unmodifiableSortedMap(new TreeMap<>(ups));
  }

  /// The adapter before any training, which changes nothing.
  public static LoraAdapter zero(LoraConfig config, LlamaConfig model) {
    SortedMap<String, Tensor> ups = new TreeMap<>();
    SortedMap<String, Shape> shapes = model.shapes();
    config
        .names(model)
        .forEach((weight, up) -> ups.put(up, Tensor.zeros(rows(shapes, weight), config.rank())));
    return new LoraAdapter(config, ups);
  }

  private static int rows(SortedMap<String, Shape> shapes, String name) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalArgumentException("the model has no weight " + name);
    }
    return shape.dimensions().getFirst();
  }

  /// The mean of several adapters: each value is summed in double precision in the order of the
  /// list, divided, and rounded once. Always computed anew from all of them; taking one out of a
  /// mean by subtraction would leave a trace of it in the last bits.
  ///
  /// @param adapters at least one, all of one config and one model
  public static LoraAdapter mean(List<LoraAdapter> adapters) {
    if (adapters.isEmpty()) {
      throw new IllegalArgumentException("the mean needs at least one adapter");
    }
    LoraAdapter first = adapters.getFirst();
    for (LoraAdapter adapter : adapters) {
      if (!adapter.config.equals(first.config)
          || !adapter.ups.keySet().equals(first.ups.keySet())) {
        throw new IllegalArgumentException(
            "adapters of different configs have no mean: %s and %s"
                .formatted(first.config, adapter.config));
      }
    }
    SortedMap<String, Tensor> ups = new TreeMap<>();
    first
        .ups
        .keySet()
        .forEach(name -> ups.put(name, meanOf(adapters.stream().map(a -> a.up(name)).toList())));
    return new LoraAdapter(first.config, ups);
  }

  private static Tensor meanOf(List<Tensor> tensors) {
    Tensor mean = Tensor.zeros(tensors.getFirst().shape());
    float[] values = mean.data();
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      for (Tensor tensor : tensors) {
        sum += tensor.data()[i];
      }
      values[i] = (float) (sum / tensors.size());
    }
    return mean;
  }

  /// The B of that name.
  public Tensor up(String name) {
    Tensor up = ups.get(name);
    if (up == null) {
      throw new IllegalArgumentException("the adapter has no " + name);
    }
    return up;
  }

  /// A model with `W + strength * alpha / rank * B * A` in place of each target W. Weights that are
  /// no target are shared with the given model.
  ///
  /// @param strength 1 for the adapter as trained
  public LlamaModel mergedInto(LlamaModel model, float strength, Workers workers) {
    SortedMap<String, Tensor> weights = new TreeMap<>(model.weights());
    config
        .names(model.config())
        .forEach((name, upName) -> {
          Tensor merged = model.weight(name).copy();
          Tensor down = config.down(name, merged.shape()[1]);
          addProduct(workers, merged, up(upName), down, strength * config.scale());
          weights.put(name, merged);
        });
    return new LlamaModel(model.config(), weights);
  }

  /// `weight += scale * up * down`: the one way in which B reaches a weight, in training and in
  /// merging, so that a merged model is the model that was trained.
  static void addProduct(Workers workers, Tensor weight, Tensor up, Tensor down, float scale) {
    Tensor scaled = up.copy();
    VectorMath.scale(scaled.data(), 0, scaled.data().length, scale);
    MatrixProduct.multiplyAdd(workers, Matrix.of(scaled), Matrix.of(down), Matrix.of(weight));
  }

  @Override
  public String toString() {
    return "LoraAdapter[" + config + ", " + ups.size() + " weights]";
  }
}
