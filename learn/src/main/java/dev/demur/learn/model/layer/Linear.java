package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;
import org.jspecify.annotations.Nullable;

/// `y = x W^T + bias`, the bias being optional.
public final class Linear {
  private static final int ROWS_AT_ONCE = 64;

  private final Matrix weight;
  private final @Nullable Tensor bias;
  private final WeightGradient weightGradient;

  /// @param weight `float[outputs][inputs]`
  /// @param bias `float[outputs]`, or null
  public Linear(Tensor weight, @Nullable Tensor bias, WeightGradient weightGradient) {
    this.weight = Matrix.of(weight);
    this.bias = bias;
    this.weightGradient = weightGradient;
  }

  int inputs() {
    return weight.columns();
  }

  int outputs() {
    return weight.rows();
  }

  Matrix weight() {
    return weight;
  }

  /// `output = input W^T + bias`.
  void forward(Workers workers, int rows, float[] input, float[] output) {
    Matrix y = Matrix.of(output, rows, outputs());
    MatrixProduct.multiply(workers, Matrix.of(input, rows, inputs()), weight.transposed(), y);
    addBias(workers, rows, output);
  }

  /// `output = output + input W^T + bias`: a branch that joins the residual stream.
  void forwardAdd(Workers workers, int rows, float[] input, float[] output) {
    Matrix y = Matrix.of(output, rows, outputs());
    MatrixProduct.multiplyAdd(workers, Matrix.of(input, rows, inputs()), weight.transposed(), y);
    addBias(workers, rows, output);
  }

  private void addBias(Workers workers, int rows, float[] output) {
    if (bias == null) {
      return;
    }
    float[] values = bias.data();
    workers.split(
        rows,
        ROWS_AT_ONCE,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            VectorMath.add(output, row * values.length, values, 0, values.length);
          }
        });
  }

  /// Learns from `outputGradient` and sets `inputGradient = outputGradient W`.
  void backward(
      Workers workers, int rows, float[] input, float[] outputGradient, float[] inputGradient) {
    learn(workers, rows, input, outputGradient);
    Matrix dy = Matrix.of(outputGradient, rows, outputs());
    MatrixProduct.multiply(workers, dy, weight, Matrix.of(inputGradient, rows, inputs()));
  }

  /// Learns from `outputGradient` and adds `outputGradient W` to `inputGradient`.
  void backwardAdd(
      Workers workers, int rows, float[] input, float[] outputGradient, float[] inputGradient) {
    learn(workers, rows, input, outputGradient);
    Matrix dy = Matrix.of(outputGradient, rows, outputs());
    MatrixProduct.multiplyAdd(workers, dy, weight, Matrix.of(inputGradient, rows, inputs()));
  }

  void learn(Workers workers, int rows, float[] input, float[] outputGradient) {
    weightGradient.add(
        workers, Matrix.of(outputGradient, rows, outputs()), Matrix.of(input, rows, inputs()));
  }
}
