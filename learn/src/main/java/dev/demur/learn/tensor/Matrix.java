package dev.demur.learn.tensor;

import java.util.Arrays;

/// A rectangle of floats inside an array: a view, so that transposing or cutting out a block copies
/// nothing.
///
/// Element (row, column) is `data[offset + row * rowStride + column * columnStride]`.
public final class Matrix {
  private final float[] data;
  private final int offset;
  private final int rows;
  private final int columns;
  private final int rowStride;
  private final int columnStride;

  private Matrix(float[] data, int offset, int rows, int columns, int rowStride, int columnStride) {
    this.data = data;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.rowStride = rowStride;
    this.columnStride = columnStride;
  }

  /// The first `rows * columns` values of `data`, row by row.
  public static Matrix of(float[] data, int rows, int columns) {
    return of(data, 0, rows, columns, columns);
  }

  /// `rows` rows of `columns` adjacent values; rows begin `rowStride` apart, the first at `offset`.
  public static Matrix of(float[] data, int offset, int rows, int columns, int rowStride) {
    int end = rows == 0 || columns == 0 ? offset : offset + (rows - 1) * rowStride + columns;
    if (offset < 0 || rows < 0 || columns < 0 || end > data.length) {
      throw new IllegalArgumentException(
          "a %d x %d matrix at %d, rows %d apart, does not fit in %d values"
              .formatted(rows, columns, offset, rowStride, data.length));
    }
    return new Matrix(data, offset, rows, columns, rowStride, 1);
  }

  /// A view of a tensor of two dimensions.
  public static Matrix of(Tensor tensor) {
    int[] shape = tensor.shape();
    if (shape.length != 2) {
      throw new IllegalArgumentException(
          "a matrix has two dimensions, got shape " + Arrays.toString(shape));
    }
    return of(tensor.data(), shape[0], shape[1]);
  }

  public Matrix transposed() {
    return new Matrix(data, offset, columns, rows, columnStride, rowStride);
  }

  /// The rows `from` (inclusive) to `to` (exclusive).
  public Matrix rows(int from, int to) {
    checkRange(from, to, rows, "rows");
    return new Matrix(data, offset + from * rowStride, to - from, columns, rowStride, columnStride);
  }

  /// The columns `from` (inclusive) to `to` (exclusive).
  public Matrix columns(int from, int to) {
    checkRange(from, to, columns, "columns");
    return new Matrix(data, offset + from * columnStride, rows, to - from, rowStride, columnStride);
  }

  private static void checkRange(int from, int to, int limit, String what) {
    if (from < 0 || to < from || to > limit) {
      throw new IllegalArgumentException(
          "%s %d to %d of a matrix with %d".formatted(what, from, to, limit));
    }
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /// Where element (row, column) is in `data`.
  public int at(int row, int column) {
    return offset + row * rowStride + column * columnStride;
  }

  /// The array this is a view of.
  public float[] data() {
    return data;
  }

  int offset() {
    return offset;
  }

  int rowStride() {
    return rowStride;
  }

  int columnStride() {
    return columnStride;
  }

  @Override
  public String toString() {
    return "Matrix[" + rows + ", " + columns + "]";
  }
}
