package dev.demur.corpus.screen;

import java.util.Collection;

/// A row of bits in which nearly every word that is not in a set fails. Immutable, thread-safe.
final class WordBits {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int BITS = 1 << 19;

  private final long[] bits = new long[BITS / Long.SIZE];

  WordBits(Collection<String> words) {
    for (String word : words) {
      long hash = start();
      for (int i = 0; i < word.length(); i++) {
        hash = add(hash, word.charAt(i));
      }
      bits[place(hash) / Long.SIZE] |= 1L << place(hash);
    }
  }

  /// The hash of no letters.
  static long start() {
    return OFFSET;
  }

  /// The hash of one letter more (FNV-1a, 64 bits).
  static long add(long hash, char letter) {
    return (hash ^ letter) * PRIME;
  }

  boolean mayHave(long hash) {
    return (bits[place(hash) / Long.SIZE] >>> place(hash) & 1) != 0;
  }

  private static int place(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (BITS - 1);
  }
}
