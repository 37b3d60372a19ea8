package dev.demur.learn.tensor;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// The right-hand matrix of a product, copied into the order in which the product reads it.
///
/// Layout `float[panel][depth][WIDTH]`: the columns are cut into panels of [#WIDTH] columns, the
/// last one filled up with zeros, and a panel holds its rows one after the other. So the inner loop
/// of the product reads memory straight through.
///
/// One object packs many matrices in turn and keeps its array between them. Not thread-safe while
/// packing; may be read by many threads afterwards.
public final class Panels {
  /// Columns in a panel: two vectors.
  static final int WIDTH = 2 * Lanes.COUNT;

  private float[] data = new float[0];
  private int depth;
  private int columns;

  /// A new object holding `matrix`.
  public static Panels of(Matrix matrix) {
    Panels panels = new Panels();
    panels.pack(matrix);
    return panels;
  }

  /// Takes a copy of `matrix`, in place of what was here.
  public void pack(Matrix matrix) {
    reshape(matrix);
    packColumns(matrix, 0, columns);
  }

  /// The same, with the work split.
  public void pack(Workers workers, Matrix matrix) {
    reshape(matrix);
    workers.split(columns, WIDTH, (from, to) -> packColumns(matrix, from, to));
  }

  private void reshape(Matrix matrix) {
    depth = matrix.rows();
    columns = matrix.columns();
    int size = Math.multiplyExact(Math.ceilDiv(columns, WIDTH) * WIDTH, depth);
    if (data.length < size) {
      data = new float[size];
    }
  }

  private void packColumns(Matrix matrix, int from, int to) {
    for (int column = from; column < to; column += WIDTH) {
      int width = Math.min(WIDTH, columns - column);
      int panel = column * depth;
      if (width < WIDTH) {
        Arrays.fill(data, panel, panel + depth * WIDTH, 0f);
      }
      if (matrix.columnStride() == 1) {
        copyRows(matrix, column, width, panel);
      } else {
        copyColumns(matrix, column, width, panel);
      }
    }
  }

  private void copyRows(Matrix matrix, int column, int width, int panel) {
    float[] from = matrix.data();
    int source = matrix.offset() + column;
    for (int target = panel; target < panel + depth * WIDTH; target += WIDTH) {
      if (width == WIDTH) {
        FloatVector.fromArray(Lanes.FLOATS, from, source).intoArray(data, target);
        FloatVector.fromArray(Lanes.FLOATS, from, source + Lanes.COUNT)
            .intoArray(data, target + Lanes.COUNT);
      } else {
        System.arraycopy(from, source, data, target, width);
      }
      source += matrix.rowStride();
    }
  }

  private void copyColumns(Matrix matrix, int column, int width, int panel) {
    float[] from = matrix.data();
    int step = matrix.rowStride();
    for (int lane = 0; lane < width; lane++) {
      int source = matrix.offset() + (column + lane) * matrix.columnStride();
      int target = panel + lane;
      for (int row = 0; row < depth; row++) {
        data[target] = from[source];
        source += step;
        target += WIDTH;
      }
    }
  }

  float[] data() {
    return data;
  }

  /// Rows of the matrix.
  public int depth() {
    return depth;
  }

  public int columns() {
    return columns;
  }
}
