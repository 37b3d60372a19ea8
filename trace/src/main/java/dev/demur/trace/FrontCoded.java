package dev.demur.trace;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts by number, ascending by UTF-8, each as what it does not share with the one before; every
/// sixteenth is whole, so that one can be found without reading all.
///
/// @param blocks where each sixteenth text begins, counted from `texts`
/// @param texts where the first text begins
record FrontCoded(MemorySegment bytes, Packed blocks, long texts, int count) {
  static final int BLOCK = 16;
  static final int LONGEST = 255;

  static int blocks(int count) {
    return (count + BLOCK - 1) / BLOCK;
  }

  String get(int index) {
    Reader reader = new Reader(index / BLOCK);
    for (int i = 0; i <= index % BLOCK; i++) {
      reader.next();
    }
    return new String(reader.text, 0, reader.length, StandardCharsets.UTF_8);
  }

  /// The number of a text; -1 where it is absent.
  int find(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    return count == 0 ? -1 : findIn(blockOf(wanted), wanted);
  }

  /// How many texts come before some UTF-8, which need not be a text's.
  int before(byte[] wanted) {
    if (count == 0) {
      return 0;
    }
    int block = blockOf(wanted);
    Reader reader = new Reader(block);
    int end = Math.min(count, (block + 1) * BLOCK);
    for (int index = block * BLOCK; index < end; index++) {
      reader.next();
      if (Arrays.compareUnsigned(reader.text, 0, reader.length, wanted, 0, wanted.length) >= 0) {
        return index;
      }
    }
    return end;
  }

  /// The last block whose first text comes not behind some UTF-8; the first where all do.
  private int blockOf(byte[] wanted) {
    int low = 0;
    int high = blocks(count) - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (compareHead(middle, wanted) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// How the first text of a block compares to another one.
  private int compareHead(int block, byte[] wanted) {
    long at = texts + blocks.get(block) + 1;
    int length = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at));
    int both = Math.min(length, wanted.length);
    for (int i = 0; i < both; i++) {
      int order = Byte.compareUnsigned(bytes.get(ValueLayout.JAVA_BYTE, at + 1 + i), wanted[i]);
      if (order != 0) {
        return order;
      }
    }
    return length - wanted.length;
  }

  private int findIn(int block, byte[] wanted) {
    Reader reader = new Reader(block);
    int end = Math.min(count, (block + 1) * BLOCK);
    for (int index = block * BLOCK; index < end; index++) {
      reader.next();
      int order = Arrays.compareUnsigned(reader.text, 0, reader.length, wanted, 0, wanted.length);
      if (order >= 0) {
        return order == 0 ? index : -1;
      }
    }
    return -1;
  }

  /// Reads the texts of a block one behind the other.
  private final class Reader {
    private final byte[] text = new byte[LONGEST];
    private int length;
    private long at;

    Reader(int block) {
      at = texts + blocks.get(block);
    }

    void next() {
      int shared = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at));
      int own = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at + 1));
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at + 2, text, shared, own);
      length = shared + own;
      at += 2L + own;
    }
  }
}
