package dev.demur.corpus.redact;

import java.util.Arrays;

/// A text split into words, in one pass, with the places that recognisers start from.
///
/// A word is a run of letters, digits and combining marks. Not thread-safe.
public final class Scan {
  /// For each ASCII character, what it is without case; 0 for what is in no word.
  private static final byte[] ASCII = ascii();

  private static final int CHARACTERS_A_WORD = 5;

  /// Words of so many characters are rare.
  static final int LONG_WORD = 16;

  private final String text;

  /// And a zero behind, which is in no word.
  private final char[] characters;

  private int words;
  private int[] starts;
  private int[] ends;
  private long[] hashes;
  private final IntList wordsWithDigits = new IntList();
  private final IntList capitals = new IntList();
  private final IntList atSigns = new IntList();
  private final IntList colons = new IntList();
  private final IntList dots = new IntList();
  private final IntList brackets = new IntList();
  private final IntList longWords = new IntList();
  private final IntList pairs = new IntList();

  /// Goes through a text once, for all who look for something in it.
  public Scan(String text) {
    this.text = text;
    this.characters = new char[text.length() + 1];
    text.getChars(0, text.length(), characters, 0);
    int guess = text.length() / CHARACTERS_A_WORD + 4;
    this.starts = new int[guess];
    this.ends = new int[guess];
    this.hashes = new long[guess];
    split();
  }

  private static byte[] ascii() {
    byte[] folded = new byte[128];
    for (char c = 0; c < folded.length; c++) {
      folded[c] = Character.isLetterOrDigit(c) ? (byte) Fold.of(c) : 0;
    }
    return folded;
  }

  private static boolean isInWord(char c) {
    return c < ASCII.length ? ASCII[c] != 0 : Character.isLetterOrDigit(c) || Fold.isMark(c);
  }

  private void split() {
    int at = 0;
    int length = text.length();
    while (at < length) {
      char c = characters[at];
      if (c == ' ') {
        at++;
      } else if (isInWord(c)) {
        at = word(at);
      } else {
        separator(c, at);
        at++;
      }
    }
  }

  private void separator(char c, int at) {
    switch (c) {
      case '@' -> atSigns.add(at);
      case ':' -> colons.add(at);
      case '.' -> dots.add(at);
      case '(', '[', '{' -> brackets.add(at);
      default -> {}
    }
  }

  /// Takes a word in; returns where it ends.
  private int word(int from) {
    char[] in = characters;
    long hash = Fold.start();
    int least = '9' + 1;
    int at = from;
    char c = in[at];
    while (c < ASCII.length && ASCII[c] != 0) {
      hash = Fold.addFolded(hash, (char) ASCII[c]);
      least = Math.min(least, c);
      c = in[++at];
    }
    // Digits are the least of the ASCII characters that words have.
    return c < ASCII.length
        ? add(from, at, hash, least <= '9')
        : foreignWord(from, at, hash, least <= '9');
  }

  /// Goes on with a word in which there are other than ASCII characters.
  private int foreignWord(int from, int to, long begun, boolean digitsBefore) {
    long hash = begun;
    boolean digits = digitsBefore;
    int at = to;
    for (char c = characters[at]; isInWord(c); c = characters[++at]) {
      hash = Fold.add(hash, c);
      digits |= Character.isDigit(c);
    }
    return add(from, at, hash, digits);
  }

  private int add(int start, int end, long hash, boolean digits) {
    if (words == starts.length) {
      starts = Arrays.copyOf(starts, words * 2);
      ends = Arrays.copyOf(ends, words * 2);
      hashes = Arrays.copyOf(hashes, words * 2);
    }
    starts[words] = start;
    ends[words] = end;
    hashes[words] = hash;
    if (isCapital(characters[start])) {
      capitals.add(words);
    }
    if (digits) {
      wordsWithDigits.add(words);
    }
    if (end - start >= LONG_WORD) {
      longWords.add(words);
    } else if (end - start == 2 && (characters[end] == ':' || characters[end] == '-')) {
      pairs.add(words);
    }
    words++;
    return end;
  }

  private static boolean isCapital(char c) {
    return c < ASCII.length ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  String text() {
    return text;
  }

  /// The character at a place; a space outside of the text.
  char at(int index) {
    return index < 0 || index >= characters.length - 1 ? ' ' : characters[index];
  }

  int words() {
    return words;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /// The hash of a word without case and accents, see [Fold#hash].
  long hash(int word) {
    return hashes[word];
  }

  String word(int word, boolean folded) {
    String plain = text.substring(starts[word], ends[word]);
    return folded ? Fold.of(plain) : plain;
  }

  IntList wordsWithDigits() {
    return wordsWithDigits;
  }

  /// Words that start with a capital letter.
  IntList capitals() {
    return capitals;
  }

  /// Words of [#LONG_WORD] characters or more.
  IntList longWords() {
    return longWords;
  }

  /// Words of two characters with a colon or a hyphen behind.
  IntList pairs() {
    return pairs;
  }

  IntList atSigns() {
    return atSigns;
  }

  /// Opening ones of any kind.
  IntList brackets() {
    return brackets;
  }

  IntList colons() {
    return colons;
  }

  IntList dots() {
    return dots;
  }

  /// Whether a place is outside of any word.
  boolean isBreak(int index) {
    return index < 0 || index >= characters.length || !isInWord(characters[index]);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
