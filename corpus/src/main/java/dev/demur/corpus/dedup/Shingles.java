package dev.demur.corpus.dedup;

import java.util.Arrays;

/// The set of all runs of five words in a text, each as a hash of 64 bits.
///
/// Words are runs of letters and digits, compared in lower case: punctuation, spacing and case do
/// not make a text another one.
final class Shingles {
  private static final int WORDS = 5;

  /// Numbers of 64 bits in a sketch; a power of two.
  static final int SKETCH = 8;

  /// An odd constant, so that its powers are all different: 2^64 over the golden ratio.
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Shingles() {}

  /// The set, ascending; empty for texts with fewer words than asked for.
  ///
  /// @param leastWords texts with fewer have none; at least 5
  static long[] of(CharSequence text, int leastWords) {
    long[] words = words(text);
    if (words.length < leastWords) {
      return new long[0];
    }
    long[] shingles = new long[words.length - WORDS + 1];
    for (int i = 0; i < shingles.length; i++) {
      long hash = 0;
      for (int j = 0; j < WORDS; j++) {
        hash = (hash + words[i + j]) * PRIME;
      }
      shingles[i] = mix(hash);
    }
    Arrays.sort(shingles);
    return distinct(shingles);
  }

  private static long[] words(CharSequence text) {
    long[] words = new long[text.length() / 2 + 1];
    int count = 0;
    long hash = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        hash = (hash + Character.toLowerCase(c) + 1) * PRIME;
        inWord = true;
      } else if (inWord) {
        words[count++] = mix(hash);
        hash = 0;
        inWord = false;
      }
    }
    if (inWord) {
      words[count++] = mix(hash);
    }
    return Arrays.copyOf(words, count);
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
  static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private static long[] distinct(long[] sorted) {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /// A bit for each member of a set, at a place that is the member's own: what is in one sketch and
  /// not in another is in one set and not in the other.
  static long[] sketch(long[] set) {
    long[] sketch = new long[SKETCH];
    for (long member : set) {
      sketch[(int) member & SKETCH - 1] |= 1L << (member >>> 32);
    }
    return sketch;
  }

  /// What the similarity of two sets is at most, by their sketches and sizes.
  static double mostSimilarity(long[] one, int oneSize, long[] other, int otherSize) {
    int onlyOne = 0;
    int onlyOther = 0;
    for (int i = 0; i < SKETCH; i++) {
      onlyOne += Long.bitCount(one[i] & ~other[i]);
      onlyOther += Long.bitCount(other[i] & ~one[i]);
    }
    int common = Math.min(oneSize - onlyOne, otherSize - onlyOther);
    return (double) common / (oneSize + otherSize - common);
  }

  /// Jaccard similarity of two sets: the share of what they have in common, from 0 to 1.
  ///
  /// @param oneLength how many of the first are a set
  static double similarity(long[] one, int oneLength, long[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < oneLength && j < other.length) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    int all = oneLength + other.length - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
