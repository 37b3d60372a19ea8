package dev.demur.corpus.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text split at white space, in one pass, without a string for each word. Not thread-safe.
final class TextWords {
  private static final int CHARACTERS_A_WORD = 5;
  private static final long PRIME = 0x100000001b3L;
  private static final long OFFSET = 0xcbf29ce484222325L;

  private final String text;
  private int size;
  private int[] starts;
  private int[] ends;
  private long[] hashes;
  private int characters;
  private int withLetter;
  private int lineBreaks;
  private char highest;

  TextWords(String text) {
    this.text = text;
    int guess = text.length() / CHARACTERS_A_WORD + 4;
    this.starts = new int[guess];
    this.ends = new int[guess];
    this.hashes = new long[guess];
    split();
  }

  private void split() {
    int length = text.length();
    int at = 0;
    while (at < length) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        lineBreaks += c == '\n' || c == '\r' ? 1 : 0;
        at++;
      } else {
        at = word(at);
      }
    }
  }

  private int word(int from) {
    long hash = OFFSET;
    boolean letter = false;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        break;
      }
      hash = (hash ^ c) * PRIME;
      letter = letter || isLetter(c, at);
      highest = c > highest ? c : highest;
    }
    add(from, at, hash);
    characters += at - from;
    withLetter += letter ? 1 : 0;
    return at;
  }

  private boolean isLetter(char c, int at) {
    return Character.isSurrogate(c)
        ? Character.isLetter(text.codePointAt(at))
        : Character.isLetter(c);
  }

  private void add(int start, int end, long hash) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    hashes[size] = hash;
    size++;
  }

  int size() {
    return size;
  }

  /// The first character of a word.
  int first(int word) {
    return text.codePointAt(starts[word]);
  }

  /// Whether a word is nothing but a bullet, or one and a sign.
  boolean isBullet(int word, String bullets) {
    int length = length(word);
    return length <= 2
        && bullets.indexOf(first(word)) >= 0
        && (length == 1 || !Character.isLetter(text.charAt(starts[word] + 1)));
  }

  int length(int word) {
    return ends[word] - starts[word];
  }

  boolean is(int word, String other) {
    return length(word) == other.length()
        && text.regionMatches(true, starts[word], other, 0, other.length());
  }

  /// Equal for equal words, and hardly ever for others (FNV-1a, 64 bits).
  long hash(int word) {
    return hashes[word];
  }

  /// Of all words together.
  int characters() {
    return characters;
  }

  /// How many words have a letter.
  int withLetter() {
    return withLetter;
  }

  int lineBreaks() {
    return lineBreaks;
  }

  /// The highest UTF-16 unit in any word.
  char highest() {
    return highest;
  }

  List<String> strings() {
    List<String> strings = new ArrayList<>(size);
    for (int word = 0; word < size; word++) {
      strings.add(text.substring(starts[word], ends[word]));
    }
    return strings;
  }
}
