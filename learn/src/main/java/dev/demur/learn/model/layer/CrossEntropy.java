package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Panels;
import dev.demur.learn.tensor.Sums;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The output layer and the loss: logits over the vocabulary, softmax, and the mean of
/// `-log(probability of the target)` over the rows that have one.
///
/// Rows go through in chunks, so that the logits of a large vocabulary need little memory. Since a
/// sum over rows is resumed where it stopped, the size of a chunk changes no bit.
public final class CrossEntropy {
  private static final int CHUNK_ROWS = 256;

  private final Linear head;
  private final Panels headForward = new Panels();
  private final Panels headBackward = new Panels();
  private final Buffer inputs = new Buffer();
  private final Buffer inputGradients = new Buffer();
  private final Buffer logits = new Buffer();

  /// @param head from hidden values to logits, without a bias
  public CrossEntropy(Linear head) {
    this.head = head;
  }

  /// The mean loss.
  ///
  /// @param input `float[rows][hidden]`
  /// @param targets the token that should follow each row, or -1 for none
  public double forward(Workers workers, float[] input, int[] targets) {
    double[] losses = losses(workers, input, targets);
    return sum(losses) / losses.length;
  }

  /// The loss of each row that has a target, in their order.
  ///
  /// @param input `float[rows][hidden]`
  /// @param targets the token that should follow each row, or -1 for none
  public double[] losses(Workers workers, float[] input, int[] targets) {
    int[] wanted = rowsWithTarget(targets);
    headForward.pack(workers, head.weight().transposed());
    double[] losses = new double[wanted.length];
    for (int start = 0; start < wanted.length; start += CHUNK_ROWS) {
      int from = start;
      int to = Math.min(wanted.length, from + CHUNK_ROWS);
      float[] chunk = chunkLogits(workers, input, wanted, from, to);
      forEachRow(
          workers,
          to - from,
          row -> losses[from + row] = loss(chunk, row, targets[wanted[from + row]]));
    }
    return losses;
  }

  /// What the rows add to the mean loss; learns, and sets `inputGradient`.
  ///
  /// @param total over how many targets the mean goes: those of `targets`, or of several batches
  ///   that make up one step
  public double forwardAndBackward(
      Workers workers, float[] input, int[] targets, float[] inputGradient, int total) {
    int[] wanted = rowsWithTarget(targets);
    headForward.pack(workers, head.weight().transposed());
    headBackward.pack(workers, head.weight());
    Arrays.fill(inputGradient, 0, targets.length * head.inputs(), 0f);
    double[] losses = new double[wanted.length];
    double share = 1.0 / total;
    for (int start = 0; start < wanted.length; start += CHUNK_ROWS) {
      int from = start;
      int to = Math.min(wanted.length, from + CHUNK_ROWS);
      float[] chunk = chunkLogits(workers, input, wanted, from, to);
      forEachRow(
          workers,
          to - from,
          row -> losses[from + row] = backward(chunk, row, targets[wanted[from + row]], share));
      head.learn(workers, to - from, inputs.data(), chunk);
      passBack(workers, chunk, wanted, from, to, inputGradient);
    }
    return sum(losses) / total;
  }

  /// The logits of the first rows of `input`, as many as fit a chunk, for tests.
  ///
  /// @return at least `float[rows][vocabulary]`
  public float[] logits(Workers workers, int rows, float[] input) {
    headForward.pack(workers, head.weight().transposed());
    return chunkLogits(workers, input, IntStream.range(0, rows).toArray(), 0, rows);
  }

  private static int[] rowsWithTarget(int[] targets) {
    int[] rows = new int[targets.length];
    int count = 0;
    for (int row = 0; row < targets.length; row++) {
      if (targets[row] >= 0) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private float[] chunkLogits(Workers workers, float[] input, int[] wanted, int from, int to) {
    int width = head.inputs();
    int rows = to - from;
    float[] gathered = inputs.room(CHUNK_ROWS * width);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(input, wanted[from + row] * width, gathered, row * width, width);
    }
    float[] chunk = logits.room(CHUNK_ROWS * head.outputs());
    MatrixProduct.multiply(
        workers,
        Matrix.of(gathered, rows, width),
        headForward,
        Matrix.of(chunk, rows, head.outputs()));
    return chunk;
  }

  private void passBack(
      Workers workers, float[] chunk, int[] wanted, int from, int to, float[] inputGradient) {
    int width = head.inputs();
    int rows = to - from;
    float[] gathered = inputGradients.room(CHUNK_ROWS * width);
    MatrixProduct.multiply(
        workers,
        Matrix.of(chunk, rows, head.outputs()),
        headBackward,
        Matrix.of(gathered, rows, width));
    for (int row = 0; row < rows; row++) {
      System.arraycopy(gathered, row * width, inputGradient, wanted[from + row] * width, width);
    }
  }

  private interface RowWork {
    void run(int row);
  }

  private static void forEachRow(Workers workers, int rows, RowWork work) {
    workers.split(
        rows,
        1,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            work.run(row);
          }
        });
  }

  /// The loss of one row, whose logits are used up.
  private double loss(float[] chunk, int row, int target) {
    int at = row * head.outputs();
    float targetLogit = chunk[at + target];
    float maximum = VectorMath.expBelowMaximum(chunk, at, head.outputs());
    double sum = Sums.sum(chunk, at, head.outputs());
    return StrictMath.log(sum) + maximum - targetLogit;
  }

  /// The loss of one row, whose logits become their gradients: `(probability - [is target]) *
  /// share`.
  private double backward(float[] chunk, int row, int target, double share) {
    int at = row * head.outputs();
    float targetLogit = chunk[at + target];
    float maximum = VectorMath.expBelowMaximum(chunk, at, head.outputs());
    double sum = Sums.sum(chunk, at, head.outputs());
    VectorMath.scale(chunk, at, head.outputs(), (float) (share / sum));
    chunk[at + target] -= (float) share;
    return StrictMath.log(sum) + maximum - targetLogit;
  }

  private static double sum(double[] losses) {
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }
}
