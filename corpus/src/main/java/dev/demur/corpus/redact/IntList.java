package dev.demur.corpus.redact;

import java.util.Arrays;

/// A growing list of numbers, without a box for each. Not thread-safe.
final class IntList {
  private static final int[] NONE = {};
  private static final int FIRST = 8;

  private int[] values = NONE;
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(FIRST, size * 2));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }
}
