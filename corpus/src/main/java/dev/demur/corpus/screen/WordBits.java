package dev.demur.corpus.screen;

/// A row of bits, two for each word of a set, in which nearly every other word fails (Bloom 1970).
final class WordBits {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int PLACE_BITS = 19;
  private static final int BITS = 1 << PLACE_BITS;

  private final long[] bits = new long[BITS / Long.SIZE];

  void add(String word) {
    long hash = start();
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    set(first(hash));
    set(second(hash));
  }

  private void set(int place) {
    bits[place / Long.SIZE] |= 1L << place;
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
    return isSet(first(hash)) && isSet(second(hash));
  }

  private boolean isSet(int place) {
    return (bits[place / Long.SIZE] >>> place & 1) != 0;
  }

  private static int first(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (BITS - 1);
  }

  private static int second(long hash) {
    return (int) (hash >>> (Long.SIZE - PLACE_BITS));
  }
}
