package dev.demur.learn.model;

import dev.demur.learn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// The dimensions of a weight: `[outputs, inputs]` of a matrix, or the length of a vector.
public record Shape(List<Integer> dimensions) {
  public Shape {
    dimensions = List.copyOf(dimensions);
  }

  static Shape vector(int length) {
    return new Shape(List.of(length));
  }

  static Shape matrix(int rows, int columns) {
    return new Shape(List.of(rows, columns));
  }

  static Shape of(Tensor tensor) {
    return new Shape(Arrays.stream(tensor.shape()).boxed().toList());
  }

  /// Values in all.
  long size() {
    return dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  boolean isMatrix() {
    return dimensions.size() == 2;
  }

  Tensor zeros() {
    return Tensor.zeros(dimensions.stream().mapToInt(Integer::intValue).toArray());
  }
}
