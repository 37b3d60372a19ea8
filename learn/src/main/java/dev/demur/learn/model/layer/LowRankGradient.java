package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;

/// The gradient of B alone, where the weights of a [Linear] are `W + scale * B * A` and W and A are
/// frozen (LoRA [1] with A frozen [2]).
///
/// With G the gradient of the whole weights, `dB = scale * G * A^T`. G = dY^T X is never formed:
/// `dB = scale * dY^T (X A^T)` costs two thin products. The second is computed as its transpose,
/// `(X A^T)^T dY`, whose long side then runs along the lanes.
///
/// [1] Hu et al., LoRA, 2021, <https://arxiv.org/abs/2106.09685> [2] Zhang et al., LoRA-FA, 2023,
/// <https://arxiv.org/abs/2308.03303>
public final class LowRankGradient implements WeightGradient {
  private final Matrix down;
  private final Tensor upGradient;
  private final float scale;
  private final Buffer projected = new Buffer();
  private final Buffer transposed = new Buffer();

  /// @param down A, `float[rank][inputs]`
  /// @param upGradient of B, `float[outputs][rank]`
  public LowRankGradient(Tensor down, Tensor upGradient, float scale) {
    this.down = Matrix.of(down);
    this.upGradient = upGradient;
    this.scale = scale;
  }

  @Override
  public void add(Workers workers, Matrix outputGradient, Matrix input) {
    int rows = input.rows();
    int rank = down.rows();
    float[] values = projected.room(rows * rank);
    Matrix thin = Matrix.of(values, rows, rank);
    MatrixProduct.multiply(workers, input, down.transposed(), thin);
    VectorMath.scale(values, 0, rows * rank, scale);
    int outputs = outputGradient.columns();
    float[] gradient = transposed.room(rank * outputs);
    MatrixProduct.multiplyFewRows(
        workers, thin.transposed(), outputGradient, Matrix.of(gradient, rank, outputs));
    float[] target = upGradient.data();
    for (int output = 0; output < outputs; output++) {
      for (int column = 0; column < rank; column++) {
        target[output * rank + column] += gradient[column * outputs + output];
      }
    }
  }
}
