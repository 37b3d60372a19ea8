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
/// `dB = scale * dY^T (X A^T)` costs two thin products.
///
/// [1] Hu et al., LoRA, 2021, <https://arxiv.org/abs/2106.09685> [2] Zhang et al., LoRA-FA, 2023,
/// <https://arxiv.org/abs/2308.03303>
public final class LowRankGradient implements WeightGradient {
  private final Matrix down;
  private final Tensor up;
  private final float scale;
  private final Buffer projected = new Buffer();

  /// @param down A, `float[rank][inputs]`
  /// @param upGradient of B, `float[outputs][rank]`
  public LowRankGradient(Tensor down, Tensor upGradient, float scale) {
    this.down = Matrix.of(down);
    this.up = upGradient;
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
    MatrixProduct.multiplyAdd(workers, outputGradient.transposed(), thin, Matrix.of(up));
  }
}
