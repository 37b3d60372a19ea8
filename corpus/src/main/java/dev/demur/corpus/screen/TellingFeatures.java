package dev.demur.corpus.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What [TellingModel] knows of a sentence: its words, pairs of words, pairs with one word between,
/// parts of words, and of which categories terms stand in it.
///
/// Each has a hash, which is its place in the model (the hashing trick: Weinberger et al. 2009),
/// and a weight; those of the text are of length 1 together.
final class TellingFeatures {
  private static final float PAIR = 1;
  private static final float SKIPPING = 0.7f;
  private static final float PART = 0.5f;
  private static final float TERM = 0.4f;
  private static final float LENGTH = 0.5f;
  private static final int LENGTH_STEP = 3;
  private static final int MAX_LENGTH = 6;
  private static final String NUMBER = "0";
  private static final int FIRST_ROOM = 256;
  private static final int MIN_PART = 4;
  private static final int MAX_PART = 6;

  private static final int OFFSET = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private int[] hashes = new int[FIRST_ROOM];
  private float[] weights = new float[FIRST_ROOM];
  private int count;

  /// @param sentence its words, as [Sentences] gives them
  /// @param terms the categories that a term in the sentence is of
  TellingFeatures(List<String> sentence, Set<SpecialCategory> terms) {
    List<String> words = sentence.stream().map(TellingFeatures::withoutNumber).toList();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      add(hash('w', word), 1);
      if (at + 1 < words.size()) {
        add(hash(hash('p', word), words.get(at + 1)), PAIR);
      }
      if (at + 2 < words.size()) {
        add(hash(hash('s', word), words.get(at + 2)), SKIPPING);
      }
      addParts(word);
    }
    normalise();
    add(hash('n', Integer.toString(Math.min(words.size() / LENGTH_STEP, MAX_LENGTH))), LENGTH);
    for (SpecialCategory category : terms) {
      add(hash('t', category.name()), TERM);
    }
    if (!terms.isEmpty()) {
      add(hash('t', "any"), TERM);
    }
  }

  /// Which number it is tells nothing.
  private static String withoutNumber(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (!Character.isDigit(word.charAt(at))) {
        return word;
      }
    }
    return NUMBER;
  }

  int count() {
    return count;
  }

  /// Where a feature stands among so many places, a power of two.
  int place(int feature, int of) {
    return hashes[feature] & of - 1;
  }

  float weight(int feature) {
    return weights[feature];
  }

  /// Four to six letters in a row, the beginning and the end of the word counting as one each.
  private void addParts(String word) {
    int length = word.length() + 2;
    for (int start = 0; start + MIN_PART <= length; start++) {
      int hash = hash('c', "");
      int most = Math.min(MAX_PART, length - start);
      for (int n = 1; n <= most; n++) {
        int at = start + n - 2;
        hash = add(hash, at < 0 ? '<' : at == word.length() ? '>' : word.charAt(at));
        if (n >= MIN_PART) {
          add(hash, PART);
        }
      }
    }
  }

  private void add(int hash, float weight) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
    }
    hashes[count] = hash ^ hash >>> 16;
    weights[count] = weight;
    count++;
  }

  private void normalise() {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i] * weights[i];
    }
    float length = (float) Math.sqrt(Math.max(sum, 1e-6f));
    for (int i = 0; i < count; i++) {
      weights[i] /= length;
    }
  }

  /// FNV-1a, 32 bits.
  private static int add(int hash, char letter) {
    return (hash ^ letter) * PRIME;
  }

  private static int hash(char kind, String word) {
    return hash(add(OFFSET, kind), word);
  }

  private static int hash(int start, String word) {
    int hash = add(start, ' ');
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    return hash;
  }
}
