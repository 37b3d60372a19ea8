package dev.demur.corpus.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What [TellingModel] knows of a sentence: its words, pairs of words, pairs with one word between,
/// parts of words, of which categories terms stand in it, and whether a particular person does.
///
/// Each has a hash, which is its place in the model (the hashing trick: Weinberger et al. 2009),
/// and a weight; those of the text are of length 1 together.
final class TellingFeatures {
  /// Weights count in tenths.
  private static final float ONE = 10;

  private static final byte WORD = 10;
  private static final byte PAIR = 10;
  private static final byte SKIPPING = 7;
  private static final byte PART = 5;
  private static final byte TERM = 4;
  private static final byte LENGTH = 5;
  private static final int LENGTH_STEP = 3;
  private static final int MAX_LENGTH = 6;
  private static final String NUMBER = "0";
  private static final int FIRST_ROOM = 256;
  private static final int LETTERS = 32;
  private static final int MIN_PART = 4;
  private static final int MAX_PART = 6;

  private static final int OFFSET = 0x811c9dc5;
  private static final int PRIME = 0x01000193;
  private static final int WORD_KIND = hash('w', "");
  private static final int PAIR_KIND = hash('p', "");
  private static final int SKIPPING_KIND = hash('s', "");
  private static final int NO_PART = hash('c', "");

  private int[] hashes = new int[FIRST_ROOM];
  private byte[] weights = new byte[FIRST_ROOM];
  private char[] letters = new char[LETTERS];
  private int count;

  /// Words so far, and the hashes that go on with the next one: of the last word's pair; of the
  /// last but one's with a word between; and, a word later, of the last one's with a word between.
  private int words;

  private int last;
  private int lastButOne;
  private int lastLeft;

  /// How many come of the text; and the length of all of them together, in tenths.
  private final int ofText;

  private final float length;
  private final boolean ofAPerson;

  /// @param sentence its words, as [Sentences] gives them
  /// @param terms the categories that a term in the sentence is of
  /// @param person whether a particular person stands in it
  TellingFeatures(List<String> sentence, Set<SpecialCategory> terms, boolean person) {
    for (String word : sentence) {
      add(withoutNumber(word));
    }
    ofText = count;
    length = (float) Math.sqrt((double) Math.max(1, squares()));
    add(hash('n', Integer.toString(Math.min(sentence.size() / LENGTH_STEP, MAX_LENGTH))), LENGTH);
    addTerms(terms, 't');
    ofAPerson = person;
    if (person) {
      add(hash('y', "person"), TERM);
      addTerms(terms, 'u');
    }
  }

  private void addTerms(Set<SpecialCategory> terms, char kind) {
    for (SpecialCategory category : terms) {
      add(hash(kind, category.name()), TERM);
    }
    if (!terms.isEmpty()) {
      add(hash(kind, "any"), TERM);
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

  /// Whether a particular person stands in the sentence.
  boolean isOfAPerson() {
    return ofAPerson;
  }

  int count() {
    return count;
  }

  /// Where a feature stands among so many places, a power of two.
  int place(int feature, int of) {
    return hashes[feature] & of - 1;
  }

  float weight(int feature) {
    return weights[feature] / (feature < ofText ? length : ONE);
  }

  /// What the features come to with such weights of their places, a power of two.
  float sum(byte[] of) {
    return (float) sum(of, 0, ofText) / length + (float) sum(of, ofText, count) / ONE;
  }

  private long sum(byte[] of, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += weights[i] * of[place(i, of.length)];
    }
    return sum;
  }

  /// The word, its pairs with the two words before it, and its parts.
  private void add(String word) {
    int size = word.length();
    if (letters.length < size + 2) {
      letters = new char[size + 2];
    }
    letters[0] = '<';
    word.getChars(0, size, letters, 1);
    letters[size + 1] = '>';
    addWhole(size);
    addParts(size + 2);
  }

  /// All hashes that the word has part in, side by side.
  private void addWhole(int length) {
    int whole = WORD_KIND;
    int first = PAIR_KIND;
    int left = SKIPPING_KIND;
    int pair = add(last, ' ');
    int skipping = add(lastButOne, ' ');
    for (int at = 1; at <= length; at++) {
      char letter = letters[at];
      whole = add(whole, letter);
      first = add(first, letter);
      left = add(left, letter);
      pair = add(pair, letter);
      skipping = add(skipping, letter);
    }
    add(whole, WORD);
    if (words > 0) {
      add(pair, PAIR);
    }
    if (words > 1) {
      add(skipping, SKIPPING);
    }
    last = first;
    lastButOne = lastLeft;
    lastLeft = left;
    words++;
  }

  /// Four to six letters in a row, the beginning and the end of the word counting as one each.
  private void addParts(int length) {
    makeRoom(length * (MAX_PART - MIN_PART + 1));
    int end = addParts(letters, length, hashes, count);
    Arrays.fill(weights, count, end, PART);
    count = end;
  }

  private static int addParts(char[] letters, int length, int[] hashes, int first) {
    int next = first;
    for (int start = 0; start + MIN_PART <= length; start++) {
      int hash = NO_PART;
      int end = Math.min(start + MAX_PART, length);
      for (int at = start; at < end; at++) {
        hash = add(hash, letters[at]);
        if (at - start + 1 >= MIN_PART) {
          hashes[next++] = hash ^ hash >>> 16;
        }
      }
    }
    return next;
  }

  private void makeRoom(int more) {
    if (count + more > hashes.length) {
      int room = 2 * (count + more);
      hashes = Arrays.copyOf(hashes, room);
      weights = Arrays.copyOf(weights, room);
    }
  }

  private void add(int hash, byte weight) {
    makeRoom(1);
    hashes[count] = hash ^ hash >>> 16;
    weights[count] = weight;
    count++;
  }

  private long squares() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i] * weights[i];
    }
    return sum;
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
