package dev.demur.learn.model;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Panels;
import dev.demur.learn.tensor.RowProduct;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.VectorMath;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A linear map of a model that only generates: `y = x W^T + bias`, its weight copied into the
/// order in which products read it. Immutable.
final class FrozenLinear {
  /// Of W^T: `float[inputs][outputs]`.
  private final Panels panels;

  private final float @Nullable [] bias;

  FrozenLinear(Tensor weight, @Nullable Tensor bias) {
    this.panels = Panels.of(Matrix.of(weight).transposed());
    this.bias = bias == null ? null : bias.data().clone();
  }

  int outputs() {
    return panels.columns();
  }

  /// `y = x W^T + bias` for `rows` rows.
  void forward(int rows, float[] x, float[] y) {
    Arrays.fill(y, 0, rows * outputs(), 0f);
    forwardAdd(rows, x, y);
  }

  /// `y = y + x W^T + bias` for `rows` rows.
  void forwardAdd(int rows, float[] x, float[] y) {
    if (rows == 1) {
      RowProduct.multiplyAdd(x, 0, panels, y, 0);
    } else {
      int inputs = panels.depth();
      MatrixProduct.multiplyAdd(Matrix.of(x, rows, inputs), panels, Matrix.of(y, rows, outputs()));
    }
    if (bias != null) {
      for (int row = 0; row < rows; row++) {
        VectorMath.add(y, row * outputs(), bias, 0, outputs());
      }
    }
  }
}
