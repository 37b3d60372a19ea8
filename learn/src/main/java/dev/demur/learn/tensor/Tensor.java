package dev.demur.learn.tensor;

import java.util.Arrays;

/// A dense array of 32-bit floats, row-major.
///
/// Mutable and not thread-safe: `data()` is the array itself, since training writes to it in place.
public final class Tensor {
  private final int[] shape;
  private final float[] data;

  private Tensor(int[] shape, float[] data) {
    this.shape = shape;
    this.data = data;
  }

  /// A tensor over the given array, which is not copied.
  ///
  /// @param data as long as the product of `shape`
  public static Tensor of(float[] data, int... shape) {
    int size = size(shape);
    if (size != data.length) {
      throw new IllegalArgumentException(
          "shape %s needs %d values, got %d".formatted(Arrays.toString(shape), size, data.length));
    }
    return new Tensor(shape.clone(), data);
  }

  /// A tensor of zeros.
  public static Tensor zeros(int... shape) {
    return new Tensor(shape.clone(), new float[size(shape)]);
  }

  private static int size(int[] shape) {
    int size = 1;
    for (int dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException("negative dimension in " + Arrays.toString(shape));
      }
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }

  public int[] shape() {
    return shape.clone();
  }

  /// The values themselves, row-major; writes go through.
  public float[] data() {
    return data;
  }

  public Tensor copy() {
    return new Tensor(shape, data.clone());
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
