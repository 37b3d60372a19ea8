package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Sums;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import org.jspecify.annotations.Nullable;

/// Root mean square normalisation [1]: `y = gain * x / sqrt(mean(x^2) + epsilon)`, row by row.
///
/// [1] Zhang and Sennrich, Root Mean Square Layer Normalization, 2019,
/// <https://arxiv.org/abs/1910.07467>
public final class RmsNorm {
  private static final int ROWS_AT_ONCE = 16;

  private final float[] gain;
  private final float @Nullable [] gainGradient;
  private final double epsilon;
  private final int width;

  /// For each row 1 / sqrt(mean(x^2) + epsilon), from `forward` for `backward`.
  private final Buffer inverseRoots = new Buffer();

  /// @param gain one value for each column
  /// @param gainGradient of the same shape, or null when the gain is frozen
  public RmsNorm(Tensor gain, @Nullable Tensor gainGradient, double epsilon) {
    this.gain = gain.data();
    this.gainGradient = gainGradient == null ? null : gainGradient.data();
    this.epsilon = epsilon;
    this.width = this.gain.length;
  }

  public void forward(Workers workers, int rows, float[] input, float[] output) {
    float[] inverse = inverseRoots.room(rows);
    workers.split(
        rows,
        ROWS_AT_ONCE,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            inverse[row] = normaliseRow(input, row * width, output, row * width);
          }
        });
  }

  /// One row, kept nowhere; thread-safe.
  ///
  /// @return 1 / sqrt(mean(x^2) + epsilon)
  public float normaliseRow(float[] input, int inputAt, float[] output, int outputAt) {
    double meanSquare = Sums.squares(input, inputAt, width) / width;
    float inverse = (float) (1 / Math.sqrt(meanSquare + epsilon));
    for (int column = 0; column < width; column += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(column, width);
      load(input, inputAt + column, inside)
          .mul(inverse)
          .mul(load(gain, column, inside))
          .intoArray(output, outputAt + column, inside);
    }
    return inverse;
  }

  /// Adds the gradient by the input to `inputGradient`; `outputGradient` is used up.
  ///
  /// With f the inverse root of the row, n its width and g = gain * dy: `dx = f * g - x * f^3 *
  /// sum(g * x) / n` and `dgain = sum over rows of dy * x * f`.
  public void backward(
      Workers workers, int rows, float[] input, float[] outputGradient, float[] inputGradient) {
    if (gainGradient != null) {
      float[] gradient = gainGradient;
      workers.split(
          width,
          Lanes.COUNT,
          (from, to) -> addGainGradient(rows, input, outputGradient, gradient, from, to));
    }
    workers.split(
        rows,
        ROWS_AT_ONCE,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            backwardRow(input, outputGradient, inputGradient, row);
          }
        });
  }

  private void addGainGradient(
      int rows, float[] input, float[] outputGradient, float[] gradient, int from, int to) {
    float[] inverse = inverseRoots.data();
    for (int column = from; column < to; column += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(column, to);
      FloatVector sum = load(gradient, column, inside);
      for (int row = 0; row < rows; row++) {
        int at = row * width + column;
        FloatVector scaled = load(input, at, inside).mul(inverse[row]);
        sum = load(outputGradient, at, inside).fma(scaled, sum);
      }
      sum.intoArray(gradient, column, inside);
    }
  }

  private void backwardRow(float[] input, float[] outputGradient, float[] inputGradient, int row) {
    int at = row * width;
    for (int column = 0; column < width; column += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(column, width);
      load(outputGradient, at + column, inside)
          .mul(load(gain, column, inside))
          .intoArray(outputGradient, at + column, inside);
    }
    double f = inverseRoots.data()[row];
    double sum = Sums.dot(outputGradient, at, input, at, width);
    float pull = (float) (-sum * f * f * f / width);
    for (int column = 0; column < width; column += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(column, width);
      FloatVector g = load(outputGradient, at + column, inside);
      FloatVector direct = g.mul((float) f);
      load(input, at + column, inside)
          .fma(FloatVector.broadcast(Lanes.FLOATS, pull), direct)
          .add(load(inputGradient, at + column, inside))
          .intoArray(inputGradient, at + column, inside);
    }
  }

  private static FloatVector load(float[] data, int at, VectorMask<Float> inside) {
    return FloatVector.fromArray(Lanes.FLOATS, data, at, inside);
  }
}
