package dev.demur.trace;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts by number: the end of each, then the UTF-8 of all.
///
/// @param ends where the ends of the texts are listed
/// @param texts where the first text begins
record StringTable(MemorySegment bytes, long ends, long texts, int count) {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  String get(int index) {
    return new String(utf8(index), StandardCharsets.UTF_8);
  }

  /// The number of a text in a table that is sorted by UTF-8; -1 where it is absent.
  int find(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(utf8(middle), wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private byte[] utf8(int index) {
    long begin = index == 0 ? 0 : end(index - 1);
    return bytes.asSlice(texts + begin, end(index) - begin).toArray(ValueLayout.JAVA_BYTE);
  }

  private long end(int index) {
    return bytes.get(INT, ends + (long) index * Integer.BYTES);
  }
}
