package dev.demur.learn.base;

import dev.demur.learn.model.CounterRandom;
import java.util.Arrays;

/// Random orders that are a function of seed and name, so that training can resume anywhere.
final class Order {
  private static final int INDEX_BITS = 28;

  private Order() {}

  /// The numbers 0 to `count` (exclusive) in random order.
  ///
  /// @param name which order, e.g. `documents of epoch 3`
  /// @param count at most 2^28
  static int[] of(long seed, String name, int count) {
    if (count > 1 << INDEX_BITS) {
      throw new IllegalArgumentException(
          "at most %d things can be ordered, got %d".formatted(1 << INDEX_BITS, count));
    }
    CounterRandom random = CounterRandom.of(seed, name);
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = random.bits(i) >>> INDEX_BITS << INDEX_BITS | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & (1L << INDEX_BITS) - 1)).toArray();
  }
}
