package dev.demur.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks for any of some byte strings in one pass, however many they are.
///
/// Wu and Manber (1994), with blocks of two bytes: the last block of a window as long as the
/// shortest string says how far the window may move without missing any.
final class Needles {
  private static final int BLOCK = 2;
  private static final int BLOCKS = 1 << (Byte.SIZE * BLOCK);

  private final int shortest;
  private final int longest;
  private final int[] shift = new int[BLOCKS];

  /// By the block that ends their first `shortest` bytes.
  private final Map<Integer, List<byte[]>> byBlock = new HashMap<>();

  /// @param needles at least one, each of two bytes or more
  Needles(List<byte[]> needles) {
    shortest = needles.stream().mapToInt(needle -> needle.length).min().orElse(0);
    longest = needles.stream().mapToInt(needle -> needle.length).max().orElse(0);
    if (shortest < BLOCK) {
      throw new IllegalArgumentException(
          "what is looked for has %d bytes or more, got %d".formatted(BLOCK, shortest));
    }
    Arrays.fill(shift, shortest - BLOCK + 1);
    for (byte[] needle : needles) {
      for (int end = BLOCK - 1; end < shortest; end++) {
        int block = block(needle, end);
        shift[block] = Math.min(shift[block], shortest - 1 - end);
      }
      byBlock.computeIfAbsent(block(needle, shortest - 1), block -> new ArrayList<>()).add(needle);
    }
  }

  private static int block(byte[] text, int end) {
    return ((text[end - 1] & 0xFF) << Byte.SIZE) | (text[end] & 0xFF);
  }

  /// Bytes of the longest one.
  int longest() {
    return longest;
  }

  /// Whether any of them stands whole in the first bytes of a text.
  boolean anyIn(byte[] text, int length) {
    int end = shortest - 1;
    while (end < length) {
      int block = block(text, end);
      int step = shift[block];
      if (step == 0 && begins(block, text, end - shortest + 1, length)) {
        return true;
      }
      end += Math.max(step, 1);
    }
    return false;
  }

  private boolean begins(int block, byte[] text, int at, int length) {
    for (byte[] needle : byBlock.getOrDefault(block, List.of())) {
      int end = at + needle.length;
      if (end <= length && Arrays.equals(text, at, end, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }
}
