package dev.demur.trace;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Whole numbers of equal width, one behind the other, lowest bit first.
///
/// @param offset first byte
/// @param width bits of one number, 0 to 31
record Packed(MemorySegment bytes, long offset, int width) {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Bytes kept free behind the numbers, so that each can be read as part of a long.
  static final int SLACK = 8;

  int get(long index) {
    long bit = index * width;
    long around = bytes.get(LONG, offset + (bit >>> 3));
    return (int) ((around >>> (bit & 7)) & ((1L << width) - 1));
  }

  /// The index of a number among the first `count`, which ascend and have it.
  int find(int count, long number) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle) < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The least width that holds all numbers up to `highest`.
  static int widthFor(int highest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(highest);
  }

  /// Bytes taken by `count` numbers, slack included, rounded up to a multiple of 8.
  static long size(long count, int width) {
    return (((count * width + 63) >>> 6) << 3) + SLACK;
  }
}
