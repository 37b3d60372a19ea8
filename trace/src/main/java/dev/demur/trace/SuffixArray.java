package dev.demur.trace;

import java.util.Arrays;

/// Sorts all suffixes of a sequence of numbers, in linear time.
///
/// SA-IS: Nong, Zhang, Chan, "Two Efficient Algorithms for Linear Time Suffix Array Construction",
/// IEEE Transactions on Computers 60(10), 2011.
final class SuffixArray {
  private final int[] text;
  private final int upper;
  private final int[] order;
  private final boolean[] rises;
  private final int[] fallingFrom;
  private final int[] risingFrom;

  private SuffixArray(int[] text, int upper) {
    this.text = text;
    this.upper = upper;
    this.order = new int[text.length];
    this.rises = new boolean[text.length];
    this.fallingFrom = new int[upper + 2];
    this.risingFrom = new int[upper + 2];
  }

  /// Starts of the suffixes in ascending order; a suffix comes before those it is the beginning of.
  ///
  /// @param text numbers from 0 to `upper`
  static int[] of(int[] text, int upper) {
    return switch (text.length) {
      case 0 -> new int[0];
      case 1 -> new int[] {0};
      case 2 -> text[0] < text[1] ? new int[] {0, 1} : new int[] {1, 0};
      default -> new SuffixArray(text, upper).sort();
    };
  }

  private int[] sort() {
    classify();
    int[] leftmost = leftmostRising();
    induce(leftmost);
    if (leftmost.length > 0) {
      induce(sorted(leftmost));
    }
    return order;
  }

  /// A suffix rises when it is smaller than the one that follows it. Buckets: by first number, the
  /// falling ones first.
  private void classify() {
    for (int i = text.length - 2; i >= 0; i--) {
      rises[i] = text[i] == text[i + 1] ? rises[i + 1] : text[i] < text[i + 1];
    }
    for (int i = 0; i < text.length; i++) {
      if (rises[i]) {
        fallingFrom[text[i] + 1]++;
      } else {
        risingFrom[text[i]]++;
      }
    }
    for (int value = 0; value <= upper; value++) {
      risingFrom[value] += fallingFrom[value];
      fallingFrom[value + 1] += risingFrom[value];
    }
  }

  private boolean isLeftmostRising(int i) {
    return i > 0 && rises[i] && !rises[i - 1];
  }

  private int[] leftmostRising() {
    int[] found = new int[text.length / 2 + 1];
    int count = 0;
    for (int i = 1; i < text.length; i++) {
      if (isLeftmostRising(i)) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// Puts all suffixes in order, given the order of the leftmost rising ones.
  private void induce(int[] leftmost) {
    int last = text.length - 1;
    Arrays.fill(order, -1);
    int[] next = risingFrom.clone();
    for (int start : leftmost) {
      order[next[text[start]]++] = start;
    }
    next = fallingFrom.clone();
    order[next[text[last]]++] = last;
    for (int i = 0; i <= last; i++) {
      int before = order[i] - 1;
      if (before >= 0 && !rises[before]) {
        order[next[text[before]]++] = before;
      }
    }
    next = fallingFrom.clone();
    for (int i = last; i >= 0; i--) {
      int before = order[i] - 1;
      if (before >= 0 && rises[before]) {
        order[--next[text[before] + 1]] = before;
      }
    }
  }

  /// The leftmost rising suffixes in order: names for their blocks, then the suffixes of the names.
  private int[] sorted(int[] leftmost) {
    int[] numberOf = new int[text.length];
    Arrays.fill(numberOf, -1);
    for (int i = 0; i < leftmost.length; i++) {
      numberOf[leftmost[i]] = i;
    }
    int[] names = new int[leftmost.length];
    int name = -1;
    int previous = -1;
    for (int start : order) {
      if (start >= 0 && numberOf[start] >= 0) {
        boolean same = previous >= 0 && sameBlock(previous, start, leftmost, numberOf);
        name += same ? 0 : 1;
        names[numberOf[start]] = name;
        previous = start;
      }
    }
    int[] orderOfNames = of(names, name);
    return Arrays.stream(orderOfNames).map(i -> leftmost[i]).toArray();
  }

  private boolean sameBlock(int left, int right, int[] leftmost, int[] numberOf) {
    int leftEnd = blockEnd(left, leftmost, numberOf);
    int rightEnd = blockEnd(right, leftmost, numberOf);
    if (leftEnd == text.length || rightEnd == text.length || leftEnd - left != rightEnd - right) {
      return false;
    }
    return Arrays.equals(text, left, leftEnd + 1, text, right, rightEnd + 1);
  }

  private int blockEnd(int start, int[] leftmost, int[] numberOf) {
    int next = numberOf[start] + 1;
    return next < leftmost.length ? leftmost[next] : text.length;
  }
}
