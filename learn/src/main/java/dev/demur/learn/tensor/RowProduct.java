package dev.demur.learn.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The product of one row and a matrix: what a model does for each token it writes.
///
/// Gives the same bits as [MatrixProduct] for that row: each output is the same sum in the same
/// order. The time goes into reading the matrix, so it is read once, straight through: a panel of
/// columns at a time where it was packed, else four rows at a time.
public final class RowProduct {
  private static final int ROWS_AT_ONCE = 4;

  private RowProduct() {}

  /// `y = y + x * panels`, the sums of a panel staying in registers.
  ///
  /// @param x `panels.depth()` values from `xAt` on
  /// @param y `panels.columns()` values from `yAt` on
  public static void multiplyAdd(float[] x, int xAt, Panels panels, float[] y, int yAt) {
    int depth = panels.depth();
    int columns = panels.columns();
    for (int column = 0; column < columns; column += Panels.WIDTH) {
      VectorMask<Float> first = Lanes.before(column, columns);
      VectorMask<Float> second = Lanes.before(column + Lanes.COUNT, columns);
      int at = yAt + column;
      FloatVector sum0 = FloatVector.fromArray(Lanes.FLOATS, y, at, first);
      FloatVector sum1 = FloatVector.fromArray(Lanes.FLOATS, y, at + Lanes.COUNT, second);
      float[] data = panels.data();
      int p = column * depth;
      for (int row = 0; row < depth; row++, p += Panels.WIDTH) {
        FloatVector factor = FloatVector.broadcast(Lanes.FLOATS, x[xAt + row]);
        sum0 = FloatVector.fromArray(Lanes.FLOATS, data, p).fma(factor, sum0);
        sum1 = FloatVector.fromArray(Lanes.FLOATS, data, p + Lanes.COUNT).fma(factor, sum1);
      }
      sum0.intoArray(y, at, first);
      sum1.intoArray(y, at + Lanes.COUNT, second);
    }
  }

  /// `y = y + x * matrix`.
  ///
  /// @param x `matrix.rows()` values from `xAt` on
  /// @param matrix with contiguous rows
  /// @param y `matrix.columns()` values from `yAt` on
  public static void multiplyAdd(float[] x, int xAt, Matrix matrix, float[] y, int yAt) {
    if (matrix.columnStride() != 1) {
      throw new IllegalArgumentException(
          "the rows of the matrix must be contiguous; copy " + matrix + " first");
    }
    int row = 0;
    for (; row + ROWS_AT_ONCE <= matrix.rows(); row += ROWS_AT_ONCE) {
      addFourRows(x, xAt + row, matrix, matrix.at(row, 0), y, yAt);
    }
    for (; row < matrix.rows(); row++) {
      addRow(x[xAt + row], matrix, matrix.at(row, 0), y, yAt);
    }
  }

  private static void addFourRows(float[] x, int xAt, Matrix matrix, int at, float[] y, int yAt) {
    FloatVector x0 = FloatVector.broadcast(Lanes.FLOATS, x[xAt]);
    FloatVector x1 = FloatVector.broadcast(Lanes.FLOATS, x[xAt + 1]);
    FloatVector x2 = FloatVector.broadcast(Lanes.FLOATS, x[xAt + 2]);
    FloatVector x3 = FloatVector.broadcast(Lanes.FLOATS, x[xAt + 3]);
    float[] data = matrix.data();
    int row1 = at + matrix.rowStride();
    int row2 = row1 + matrix.rowStride();
    int row3 = row2 + matrix.rowStride();
    int columns = matrix.columns();
    int whole = Lanes.FLOATS.loopBound(columns);
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      FloatVector sum = FloatVector.fromArray(Lanes.FLOATS, y, yAt + i);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, at + i).fma(x0, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, row1 + i).fma(x1, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, row2 + i).fma(x2, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, row3 + i).fma(x3, sum);
      sum.intoArray(y, yAt + i);
    }
    if (whole < columns) {
      VectorMask<Float> inside = Lanes.before(whole, columns);
      FloatVector sum = FloatVector.fromArray(Lanes.FLOATS, y, yAt + whole, inside);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, at + whole, inside).fma(x0, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, row1 + whole, inside).fma(x1, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, row2 + whole, inside).fma(x2, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, data, row3 + whole, inside).fma(x3, sum);
      sum.intoArray(y, yAt + whole, inside);
    }
  }

  private static void addRow(float x, Matrix matrix, int at, float[] y, int yAt) {
    FloatVector factor = FloatVector.broadcast(Lanes.FLOATS, x);
    int columns = matrix.columns();
    for (int i = 0; i < columns; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, columns);
      FloatVector sum = FloatVector.fromArray(Lanes.FLOATS, y, yAt + i, inside);
      FloatVector.fromArray(Lanes.FLOATS, matrix.data(), at + i, inside)
          .fma(factor, sum)
          .intoArray(y, yAt + i, inside);
    }
  }
}
