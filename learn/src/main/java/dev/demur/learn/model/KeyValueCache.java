package dev.demur.learn.model;

import dev.demur.learn.tensor.Matrix;

/// What one layer remembers of the tokens so far: their keys and values.
///
/// Keys lie as `float[head][head size][capacity]`, so that the scores of neighbouring positions are
/// computed side by side; values as `float[position][head][head size]`.
final class KeyValueCache {
  private static final int FIRST_CAPACITY = 64;

  private final int heads;
  private final int headSize;
  private float[] keys = new float[0];
  private float[] values = new float[0];
  private int capacity;

  KeyValueCache(LlamaConfig config) {
    this.heads = config.keyValueHeads();
    this.headSize = config.headSize();
  }

  /// Stores the token at `position`: its keys and values, `float[head][head size]` from `at` on.
  void store(int position, float[] newKeys, float[] newValues, int at) {
    if (position >= capacity) {
      grow(Math.max(FIRST_CAPACITY, 2 * capacity));
    }
    int width = heads * headSize;
    for (int i = 0; i < width; i++) {
      keys[i * capacity + position] = newKeys[at + i];
    }
    System.arraycopy(newValues, at, values, position * width, width);
  }

  private void grow(int newCapacity) {
    int width = heads * headSize;
    float[] newKeys = new float[Math.multiplyExact(width, newCapacity)];
    float[] newValues = new float[newKeys.length];
    for (int i = 0; i < width; i++) {
      System.arraycopy(keys, i * capacity, newKeys, i * newCapacity, capacity);
    }
    System.arraycopy(values, 0, newValues, 0, values.length);
    keys = newKeys;
    values = newValues;
    capacity = newCapacity;
  }

  /// The keys of the first `positions` tokens: `float[head size][positions]`.
  Matrix keys(int head, int positions) {
    return Matrix.of(keys, head * headSize * capacity, headSize, positions, capacity);
  }

  /// The values of the first `positions` tokens: `float[positions][head size]`.
  Matrix values(int head, int positions) {
    return Matrix.of(values, head * headSize, positions, headSize, heads * headSize);
  }
}
