package dev.demur.learn.model;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Panels;
import dev.demur.learn.tensor.RowProduct;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.VectorMath;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A linear map of a model that only generates: `y = x W^T + bias`, its weight copied so that
/// neighbouring outputs lie side by side. Immutable.
final class FrozenLinear {
  /// `float[inputs][outputs]`.
  private final Matrix transposed;

  private final float @Nullable [] bias;

  FrozenLinear(Tensor weight, @Nullable Tensor bias) {
    int outputs = weight.shape()[0];
    int inputs = weight.shape()[1];
    float[] from = weight.data();
    float[] values = new float[from.length];
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        values[input * outputs + output] = from[output * inputs + input];
      }
    }
    this.transposed = Matrix.of(values, inputs, outputs);
    this.bias = bias == null ? null : bias.data().clone();
  }

  int outputs() {
    return transposed.columns();
  }

  /// `y = x W^T + bias` for `rows` rows.
  void forward(int rows, float[] x, float[] y, Panels scratch) {
    Arrays.fill(y, 0, rows * outputs(), 0f);
    forwardAdd(rows, x, y, scratch);
  }

  /// `y = y + x W^T + bias` for `rows` rows.
  void forwardAdd(int rows, float[] x, float[] y, Panels scratch) {
    int inputs = transposed.rows();
    if (rows == 1) {
      RowProduct.multiplyAdd(x, 0, transposed, y, 0);
    } else {
      scratch.pack(transposed);
      MatrixProduct.multiplyAdd(Matrix.of(x, rows, inputs), scratch, Matrix.of(y, rows, outputs()));
    }
    if (bias != null) {
      for (int row = 0; row < rows; row++) {
        VectorMath.add(y, row * outputs(), bias, 0, outputs());
      }
    }
  }
}
