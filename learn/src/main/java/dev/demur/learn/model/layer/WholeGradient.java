package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;
import org.jspecify.annotations.Nullable;

/// The gradient of every weight of a [Linear], and of its bias.
public final class WholeGradient implements WeightGradient {
  private final Matrix weight;
  private final @Nullable Tensor bias;

  /// @param weight `float[outputs][inputs]`
  /// @param bias `float[outputs]`, or null where the layer has none
  public WholeGradient(Tensor weight, @Nullable Tensor bias) {
    this.weight = Matrix.of(weight);
    this.bias = bias;
  }

  @Override
  public void add(Workers workers, Matrix outputGradient, Matrix input) {
    MatrixProduct.multiplyAdd(workers, outputGradient.transposed(), input, weight);
    if (bias != null) {
      addRows(workers, outputGradient, bias.data());
    }
  }

  /// Adds each row in turn; split by columns, so that the order of the rows stays.
  private static void addRows(Workers workers, Matrix rows, float[] target) {
    workers.split(
        target.length,
        Lanes.COUNT,
        (from, to) -> {
          for (int row = 0; row < rows.rows(); row++) {
            VectorMath.add(target, from, rows.data(), rows.at(row, from), to - from);
          }
        });
  }
}
