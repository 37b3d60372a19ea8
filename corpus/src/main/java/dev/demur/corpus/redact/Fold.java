package dev.demur.corpus.redact;

import java.text.Normalizer;

/// Letters without case and accents, one for one, so that `MÜLLER`, `müller` and `Muller` are one
/// word.
final class Fold {
  private static final int TABLE_SIZE = 0x2000;
  private static final char[] TABLE = table();
  private static final long PRIME = 0x100000001b3L;
  private static final long OFFSET = 0xcbf29ce484222325L;

  private Fold() {}

  private static char[] table() {
    char[] table = new char[TABLE_SIZE];
    for (char c = 0; c < TABLE_SIZE; c++) {
      String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      table[c] = Character.toLowerCase(decomposed.charAt(0));
    }
    String from = "øØłŁđĐðÐħĦıŧŦß";
    String to = "oollddddhhitts";
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i)] = to.charAt(i);
    }
    return table;
  }

  /// A letter without case and accent.
  static char of(char c) {
    return c < TABLE_SIZE ? TABLE[c] : Character.toLowerCase(c);
  }

  /// Whether a character only changes the one before it, and is left out of words.
  static boolean isMark(char c) {
    return c >= 0x300 && c <= 0x36F;
  }

  /// A text without case and accents.
  static String of(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isMark(text.charAt(i))) {
        folded.append(of(text.charAt(i)));
      }
    }
    return folded.toString();
  }

  /// What the hash of a word starts from.
  static long start() {
    return OFFSET;
  }

  /// The hash of a word, one more letter in (FNV-1a, 64 bits).
  static long add(long hash, char letter) {
    return isMark(letter) ? hash : addFolded(hash, of(letter));
  }

  /// The same, of a letter that has neither case nor accent.
  static long addFolded(long hash, char letter) {
    return (hash ^ letter) * PRIME;
  }

  /// The hash of a word.
  static long hash(CharSequence word) {
    long hash = start();
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    return hash;
  }
}
