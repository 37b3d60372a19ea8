package dev.demur.learn.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The same model in double precision, as plainly as it can be written: what the fast one is
/// measured against.
final class ReferenceModel {
  private final LlamaConfig config;
  private final Map<String, double[]> weights = new TreeMap<>();

  ReferenceModel(LlamaModel model) {
    this.config = model.config();
    model
        .weights()
        .forEach((name, tensor) -> {
          double[] values = new double[tensor.data().length];
          Arrays.setAll(values, i -> tensor.data()[i]);
          weights.put(name, values);
        });
  }

  double[] weight(String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  double loss(Batch batch) {
    double sum = 0;
    int start = 0;
    for (int length : batch.lengths()) {
      int[] tokens = Arrays.copyOfRange(batch.tokens(), start, start + length);
      double[][] logits = logits(tokens);
      for (int row = 0; row < length; row++) {
        int target = batch.targets()[start + row];
        if (target >= 0) {
          sum += logOfSum(logits[row]) - logits[row][target];
        }
      }
      start += length;
    }
    return sum / batch.targetCount();
  }

  private static double logOfSum(double[] logits) {
    double maximum = Arrays.stream(logits).max().orElseThrow();
    return maximum + Math.log(Arrays.stream(logits).map(l -> Math.exp(l - maximum)).sum());
  }

  /// The logits after each token of one sequence.
  double[][] logits(int[] tokens) {
    int width = config.hiddenSize();
    double[][] stream = new double[tokens.length][];
    for (int row = 0; row < tokens.length; row++) {
      int from = tokens[row] * width;
      stream[row] = Arrays.copyOfRange(weight(WeightNames.EMBEDDING), from, from + width);
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      addAttention(layer, stream);
      addFeedForward(layer, stream);
    }
    String head = config.tiedEmbeddings() ? WeightNames.EMBEDDING : WeightNames.HEAD;
    double[][] logits = new double[tokens.length][];
    for (int row = 0; row < tokens.length; row++) {
      double[] normalised = norm(stream[row], weight(WeightNames.FINAL_NORM));
      logits[row] = times(weight(head), normalised);
    }
    return logits;
  }

  private void addAttention(int layer, double[][] stream) {
    int rows = stream.length;
    double[][] q = new double[rows][];
    double[][] k = new double[rows][];
    double[][] v = new double[rows][];
    for (int row = 0; row < rows; row++) {
      double[] x = norm(stream[row], weight(WeightNames.attentionNorm(layer)));
      q[row] = turn(project(layer, Projection.QUERY, x), row);
      k[row] = turn(project(layer, Projection.KEY, x), row);
      v[row] = project(layer, Projection.VALUE, x);
    }
    int size = config.headSize();
    for (int row = 0; row < rows; row++) {
      double[] mixed = new double[config.heads() * size];
      for (int head = 0; head < config.heads(); head++) {
        int shared = head / (config.heads() / config.keyValueHeads());
        double[] share = shares(q[row], head * size, k, shared * size, row);
        for (int seen = 0; seen <= row; seen++) {
          for (int i = 0; i < size; i++) {
            mixed[head * size + i] += share[seen] * v[seen][shared * size + i];
          }
        }
      }
      add(stream[row], project(layer, Projection.OUTPUT, mixed));
    }
  }

  private double[] shares(double[] query, int queryAt, double[][] keys, int keyAt, int last) {
    double[] scores = new double[last + 1];
    for (int seen = 0; seen <= last; seen++) {
      for (int i = 0; i < config.headSize(); i++) {
        scores[seen] += query[queryAt + i] * keys[seen][keyAt + i];
      }
      scores[seen] /= Math.sqrt(config.headSize());
    }
    double total = logOfSum(scores);
    return Arrays.stream(scores).map(score -> Math.exp(score - total)).toArray();
  }

  private void addFeedForward(int layer, double[][] stream) {
    for (double[] row : stream) {
      double[] x = norm(row, weight(WeightNames.feedForwardNorm(layer)));
      double[] gate = project(layer, Projection.GATE, x);
      double[] up = project(layer, Projection.UP, x);
      double[] activated = new double[gate.length];
      Arrays.setAll(activated, i -> gate[i] / (1 + Math.exp(-gate[i])) * up[i]);
      add(row, project(layer, Projection.DOWN, activated));
    }
  }

  private double[] project(int layer, Projection projection, double[] x) {
    double[] y = times(weight(WeightNames.weight(layer, projection)), x);
    if (projection.hasBias(config)) {
      add(y, weight(WeightNames.bias(layer, projection)));
    }
    return y;
  }

  private double[] turn(double[] heads, int position) {
    double[] frequencies = config.rotaryFrequencies();
    int half = frequencies.length;
    for (int at = 0; at < heads.length; at += 2 * half) {
      for (int i = 0; i < half; i++) {
        double cosine = Math.cos(position * frequencies[i]);
        double sine = Math.sin(position * frequencies[i]);
        double x = heads[at + i];
        double y = heads[at + half + i];
        heads[at + i] = x * cosine - y * sine;
        heads[at + half + i] = y * cosine + x * sine;
      }
    }
    return heads;
  }

  private double[] norm(double[] x, double[] gain) {
    double square = Arrays.stream(x).map(value -> value * value).average().orElseThrow();
    double inverse = 1 / Math.sqrt(square + config.normEpsilon());
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> x[i] * inverse * gain[i]);
    return y;
  }

  private static double[] times(double[] matrix, double[] x) {
    double[] y = new double[matrix.length / x.length];
    for (int i = 0; i < matrix.length; i++) {
      y[i / x.length] += matrix[i] * x[i % x.length];
    }
    return y;
  }

  private static void add(double[] target, double[] source) {
    for (int i = 0; i < target.length; i++) {
      target[i] += source[i];
    }
  }
}
