package dev.demur.corpus.redact;

import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/// Words by which a recogniser knows what is near: a hash table of word hashes, and a row of bits
/// before it in which nearly all other words fail already. Immutable, thread-safe.
final class WordSet {
  private static final int BITS_A_WORD = 32;

  private final long[] table;
  private final int mask;
  private final long[] bits;
  private final int bitMask;

  /// @param words separated by white space, without case and accents
  WordSet(String words) {
    this(hashes(words));
  }

  /// @param hashes see [Fold#hash]
  WordSet(Set<Long> hashes) {
    int size = Integer.highestOneBit(Math.max(4, hashes.size()) * 4);
    table = new long[size];
    mask = size - 1;
    int wide = Math.max(Long.SIZE, Integer.highestOneBit(Math.max(1, hashes.size()) * BITS_A_WORD));
    bits = new long[wide / Long.SIZE];
    bitMask = wide - 1;
    hashes.forEach(this::add);
  }

  private static Set<Long> hashes(String words) {
    Set<Long> hashes = new TreeSet<>();
    StringTokenizer each = new StringTokenizer(words);
    while (each.hasMoreTokens()) {
      hashes.add(Fold.hash(each.nextToken()));
    }
    return hashes;
  }

  private void add(long hash) {
    int at = slot(hash);
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = hash;
    bits[bit(hash) >>> 6] |= 1L << bit(hash);
  }

  /// From other digits of the hash than the slot's.
  private int bit(long hash) {
    return (int) (hash >>> 24) & bitMask;
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & mask;
  }

  boolean contains(long hash) {
    int bit = bit(hash);
    return (bits[bit >>> 6] >>> bit & 1) != 0 && isInTable(hash);
  }

  private boolean isInTable(long hash) {
    int at = slot(hash);
    while (table[at] != 0) {
      if (table[at] == hash) {
        return true;
      }
      at = (at + 1) & mask;
    }
    return false;
  }

  /// Whether one of the words stands among the few words before a word.
  ///
  /// @param words how many words to look at
  /// @param characters how far away they may end
  boolean before(Scan scan, int next, int words, int characters) {
    int start = scan.start(next);
    for (int word = next - 1; word >= 0 && next - word <= words; word--) {
      if (start - scan.end(word) > characters) {
        return false;
      }
      if (contains(scan.hash(word))) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the words stands among the few words after a word.
  ///
  /// @param words how many words to look at
  /// @param characters how far away they may start
  boolean after(Scan scan, int previous, int words, int characters) {
    int end = scan.end(previous);
    for (int word = previous + 1; word < scan.words() && word - previous <= words; word++) {
      if (scan.start(word) - end > characters) {
        return false;
      }
      if (contains(scan.hash(word))) {
        return true;
      }
    }
    return false;
  }
}
