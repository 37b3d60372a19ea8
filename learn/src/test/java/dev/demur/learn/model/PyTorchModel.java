package dev.demur.learn.model;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/// The same model in PyTorch, differentiated and optimised there: an oracle that shares no code
/// with ours but the config.
final class PyTorchModel implements AutoCloseable {
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.95;
  private static final double EPSILON = 1e-8;
  private static final double WEIGHT_DECAY = 0.1;
  private static final float MASKED = -1e9f;
  private static final int MOST_RUNS = 3;

  private final LlamaConfig config;
  private final NDManager manager;
  private final SortedMap<String, NDArray> weights = new TreeMap<>();
  private final SortedMap<String, NDArray> means = new TreeMap<>();
  private final SortedMap<String, NDArray> squares = new TreeMap<>();
  private final SortedMap<String, NDArray> frozen = new TreeMap<>();
  private final SortedMap<String, NDArray> downs = new TreeMap<>();
  private final float loraScale;
  private int step;

  /// Every weight learns.
  PyTorchModel(LlamaModel model) {
    this.config = model.config();
    this.manager = Engine.getEngine("PyTorch").newBaseManager();
    this.loraScale = 0;
    model.weights().forEach(this::put);
  }

  /// The Bs of an adapter learn, and `B A x` is computed beside each frozen weight.
  PyTorchModel(LlamaModel model, LoraConfig lora) {
    this.config = model.config();
    this.manager = Engine.getEngine("PyTorch").newBaseManager();
    this.loraScale = lora.scale();
    model.weights().forEach((name, weight) -> frozen.put(name, array(weight)));
    lora.names(config)
        .forEach((name, up) -> {
          int[] shape = model.weight(name).shape();
          downs.put(name, array(lora.down(name, shape[1])));
          put(up, Tensor.zeros(shape[0], lora.rank()));
        });
  }

  private NDArray array(Tensor tensor) {
    long[] dimensions = java.util.Arrays.stream(tensor.shape()).asLongStream().toArray();
    return manager.create(tensor.data().clone(), new Shape(dimensions));
  }

  private void put(String name, Tensor tensor) {
    long[] dimensions = new long[tensor.shape().length];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = tensor.shape()[i];
    }
    Shape shape = new Shape(dimensions);
    NDArray weight = manager.create(tensor.data().clone(), shape);
    weight.setRequiresGradient(true);
    weights.put(name, weight);
    means.put(name, manager.zeros(shape));
    squares.put(name, manager.zeros(shape));
  }

  private NDArray weight(String name) {
    NDArray weight = weights.getOrDefault(name, frozen.get(name));
    if (weight == null) {
      throw new IllegalArgumentException(name);
    }
    return weight;
  }

  /// PyTorch said NaN, which is nothing to compare with.
  static final class NotANumber extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotANumber(int step) {
      super("PyTorch's loss at step %d is NaN".formatted(step));
    }
  }

  /// A comparison with an oracle that it makes itself.
  @FunctionalInterface
  interface Comparison {
    void run() throws IOException;
  }

  /// Runs a comparison, and again where PyTorch said NaN: through DJL that has been seen once in
  /// dozens of runs over equal input, and not again in the next. What our side gives is compared in
  /// any case.
  static void compare(Comparison comparison) throws IOException {
    for (int more = MOST_RUNS - 1; ; more--) {
      try {
        comparison.run();
        return;
      } catch (NotANumber e) {
        if (more == 0) {
          throw e;
        }
      }
    }
  }

  /// One training step; gives the loss before it.
  double step(Batch batch, double learningRate) {
    double loss;
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray mean = loss(batch, scope);
      collector.backward(mean);
      loss = mean.getFloat();
      if (Double.isNaN(loss)) {
        throw new NotANumber(step);
      }
      update(learningRate);
    }
    return loss;
  }

  private NDArray loss(Batch batch, NDManager scope) {
    NDArray sum = scope.create(0f);
    int start = 0;
    for (int length : batch.lengths()) {
      NDArray logProbabilities = logits(batch, start, length, scope).logSoftmax(-1);
      float[] wanted = new float[length * config.vocabularySize()];
      for (int row = 0; row < length; row++) {
        int target = batch.targets()[start + row];
        if (target >= 0) {
          wanted[row * config.vocabularySize() + target] = 1;
        }
      }
      NDArray mask = scope.create(wanted, new Shape(length, config.vocabularySize()));
      sum = sum.sub(logProbabilities.mul(mask).sum());
      start += length;
    }
    return sum.div(batch.targetCount());
  }

  private NDArray logits(Batch batch, int start, int length, NDManager scope) {
    long[] tokens = new long[length];
    for (int row = 0; row < length; row++) {
      tokens[row] = batch.tokens()[start + row];
    }
    NDArray x = weight(WeightNames.EMBEDDING).get(new NDIndex("{}", scope.create(tokens)));
    for (int layer = 0; layer < config.layers(); layer++) {
      x = x.add(attention(layer, norm(x, WeightNames.attentionNorm(layer)), length, scope));
      x = x.add(feedForward(layer, norm(x, WeightNames.feedForwardNorm(layer))));
    }
    String head = config.tiedEmbeddings() ? WeightNames.EMBEDDING : WeightNames.HEAD;
    return norm(x, WeightNames.FINAL_NORM).matMul(weight(head).transpose());
  }

  private NDArray norm(NDArray x, String gain) {
    NDArray meanSquare = x.square().mean(new int[] {-1}, true);
    return x.div(meanSquare.add(config.normEpsilon()).sqrt()).mul(weight(gain));
  }

  private NDArray project(int layer, Projection projection, NDArray x) {
    String name = WeightNames.weight(layer, projection);
    NDArray y = x.matMul(weight(name).transpose());
    NDArray down = downs.get(name);
    if (down != null) {
      NDArray up = weight(WeightNames.loraUp(layer, projection));
      y = y.add(x.matMul(down.transpose()).matMul(up.transpose()).mul(loraScale));
    }
    return projection.hasBias(config) ? y.add(weight(WeightNames.bias(layer, projection))) : y;
  }

  private NDArray attention(int layer, NDArray x, int length, NDManager scope) {
    int shared = config.keyValueHeads();
    NDArray q = turn(heads(project(layer, Projection.QUERY, x), config.heads()), length, scope);
    NDArray k = turn(heads(project(layer, Projection.KEY, x), shared), length, scope);
    NDArray v = heads(project(layer, Projection.VALUE, x), shared);
    int group = config.heads() / shared;
    NDArray scores =
        q.matMul(k.repeat(0, group).transpose(0, 2, 1))
            .div(Math.sqrt(config.headSize()))
            .add(causalMask(length, scope));
    NDArray mixed = scores.softmax(-1).matMul(v.repeat(0, group));
    NDArray joined =
        mixed.transpose(1, 0, 2).reshape(length, (long) config.heads() * config.headSize());
    return project(layer, Projection.OUTPUT, joined);
  }

  private NDArray heads(NDArray x, int count) {
    return x.reshape(-1, count, config.headSize()).transpose(1, 0, 2);
  }

  private NDArray turn(NDArray heads, int length, NDManager scope) {
    double[] frequencies = config.rotaryFrequencies();
    int half = frequencies.length;
    float[] cosines = new float[length * 2 * half];
    float[] sines = new float[length * 2 * half];
    for (int i = 0; i < cosines.length; i++) {
      int position = i / (2 * half);
      double angle = position * frequencies[i % half];
      cosines[i] = (float) Math.cos(angle);
      sines[i] = (float) Math.sin(angle);
    }
    Shape shape = new Shape(length, 2L * half);
    NDArray first = heads.get("..., :" + half);
    NDArray second = heads.get("..., " + half + ":");
    NDArray rotated = second.neg().concat(first, -1);
    return heads.mul(scope.create(cosines, shape)).add(rotated.mul(scope.create(sines, shape)));
  }

  private static NDArray causalMask(int length, NDManager scope) {
    float[] mask = new float[length * length];
    for (int row = 0; row < length; row++) {
      for (int column = row + 1; column < length; column++) {
        mask[row * length + column] = MASKED;
      }
    }
    return scope.create(mask, new Shape(length, length));
  }

  private NDArray feedForward(int layer, NDArray x) {
    NDArray gate = project(layer, Projection.GATE, x);
    NDArray silu = gate.div(gate.neg().exp().add(1));
    return project(layer, Projection.DOWN, silu.mul(project(layer, Projection.UP, x)));
  }

  /// AdamW after clipping the norm of all gradients together to 1.
  private void update(double learningRate) {
    step++;
    double square = 0;
    SortedMap<String, NDArray> gradients = new TreeMap<>();
    for (var entry : weights.entrySet()) {
      NDArray gradient = entry.getValue().getGradient().duplicate();
      gradients.put(entry.getKey(), gradient);
      square += gradient.square().sum().getFloat();
    }
    double clip = Math.min(1, 1 / Math.sqrt(square));
    SortedMap<String, NDArray> old = new TreeMap<>(weights);
    old.forEach((name, weight) -> {
      NDArray gradient = requireNonNull(gradients.get(name)).mul(clip);
      NDArray mean =
          requireNonNull(means.get(name)).mul(MEAN_DECAY).add(gradient.mul(1 - MEAN_DECAY));
      NDArray squares2 =
          requireNonNull(squares.get(name))
              .mul(SQUARE_DECAY)
              .add(gradient.square().mul(1 - SQUARE_DECAY));
      NDArray root = squares2.div(1 - Math.pow(SQUARE_DECAY, step)).sqrt().add(EPSILON);
      NDArray move = mean.div(1 - Math.pow(MEAN_DECAY, step)).div(root).mul(learningRate);
      double keep = weight.getShape().dimension() == 2 ? 1 - learningRate * WEIGHT_DECAY : 1;
      replace(means, name, mean, false);
      replace(squares, name, squares2, false);
      replace(weights, name, weight.mul(keep).sub(move), true);
    });
  }

  /// Copies through Java, so that the new array has no history of how it was computed.
  private void replace(
      SortedMap<String, NDArray> arrays, String name, NDArray value, boolean learns) {
    NDArray fresh = manager.create(value.toFloatArray(), value.getShape());
    fresh.setRequiresGradient(learns);
    NDArray before = arrays.put(name, fresh);
    if (before != null) {
      before.close();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
