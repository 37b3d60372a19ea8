package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;
import org.jspecify.annotations.Nullable;

/// Turns each token into its row of a table.
public final class Embedding {
  private final float[] table;
  private final float @Nullable [] tableGradient;
  private final int width;

  /// @param table `float[vocabulary][width]`
  /// @param tableGradient of the same shape, or null when the table is frozen
  public Embedding(Tensor table, @Nullable Tensor tableGradient) {
    this.table = table.data();
    this.tableGradient = tableGradient == null ? null : tableGradient.data();
    this.width = table.shape()[1];
  }

  public void forward(Workers workers, int[] tokens, float[] output) {
    workers.split(
        tokens.length,
        1,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            System.arraycopy(table, tokens[row] * width, output, row * width, width);
          }
        });
  }

  /// Adds the gradient of each row to that of its token. Split by columns, so that the rows of one
  /// token are added in their order.
  public void backward(Workers workers, int[] tokens, float[] outputGradient) {
    float[] gradient = tableGradient;
    if (gradient == null) {
      return;
    }
    workers.split(
        width,
        Lanes.COUNT,
        (from, to) -> {
          for (int row = 0; row < tokens.length; row++) {
            int target = tokens[row] * width + from;
            VectorMath.add(gradient, target, outputGradient, row * width + from, to - from);
          }
        });
  }
}
