package dev.demur.learn.base;

import java.util.Arrays;

/// Random orders that are a function of seed and counter, so that training can resume anywhere.
final class Order {
  private static final int INDEX_BITS = 28;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Order() {}

  /// The numbers 0 to `count` (exclusive) in the order of hash values.
  ///
  /// @param counter which order, e.g. the epoch
  /// @param count at most 2^28
  static int[] of(long seed, long counter, int count) {
    if (count > 1 << INDEX_BITS) {
      throw new IllegalArgumentException(
          "at most %d things can be ordered, got %d".formatted(1 << INDEX_BITS, count));
    }
    long start = mix(seed + GOLDEN * (counter + 1));
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = mix(start + GOLDEN * (i + 1)) >>> INDEX_BITS << INDEX_BITS | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & (1L << INDEX_BITS) - 1)).toArray();
  }

  /// The finaliser of SplitMix64 (Stafford's variant 13).
  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
