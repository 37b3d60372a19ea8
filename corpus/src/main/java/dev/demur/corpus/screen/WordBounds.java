package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where words of a text begin and end. Not thread-safe.
final class WordBounds {
  private static final int ROOM = 64;

  private int[] starts = new int[ROOM];
  private int[] ends = new int[ROOM];
  private int count;

  int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /// @param end the place behind its last letter
  void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  void clear() {
    count = 0;
  }

  List<String> of(String text) {
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      words.add(text.substring(starts[i], ends[i]));
    }
    return words;
  }
}
