package dev.demur.corpus.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/*
 * MinHash with locality-sensitive hashing: Broder (1997), Indyk and Motwani (1998). A text is the set of its runs of five
 * words; of each of 64 hash functions over the set the least value is kept; four of them together are a band, and texts that
 * agree in one of the 16 bands are compared exactly. Of two texts with a Jaccard similarity of J, 1 − (1 − J⁴)¹⁶ are
 * compared: 0.999 at 0.77, 0.64 at 0.5, 0.025 at 0.2.
 *
 * Only forward: a text is dropped for the sake of an earlier one, and an earlier one never for a later. A dropped text drops
 * nobody else. So what is kept of a sequence depends on the sequence up to there alone, and a text that is taken out
 * of it gives back what it suppressed.
 */

/// Finds texts that say what an earlier one has said.
///
/// All numbers are public constants; nothing is fitted to anybody's data. Not thread-safe.
public final class NearDuplicates {
  /// Texts with fewer words are never duplicates: thousands may rightly say "software engineer".
  public static final int LEAST_WORDS = 8;

  private static final int BANDS = 16;
  private static final int ROWS = 4;
  private static final int HASHES = BANDS * ROWS;
  private static final double LEAST_SIMILARITY = 0.4;
  private static final long SEED = 0x64656475706C6963L;
  private static final long[] FACTORS = factors();

  private final List<long[]> kept = new ArrayList<>();
  private final Map<Long, int[]> buckets = new HashMap<>();

  private static long[] factors() {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] factors = new long[HASHES];
    Arrays.setAll(factors, i -> random.nextLong() | 1);
    return factors;
  }

  /// Whether this text says something new; if it does, later ones are compared with it.
  public boolean isNew(CharSequence text) {
    long[] shingles = Shingles.of(text, LEAST_WORDS);
    if (shingles.length == 0) {
      return true;
    }
    long[] bands = bands(shingles);
    for (long band : bands) {
      for (int candidate : buckets.getOrDefault(band, NONE)) {
        if (Shingles.similarity(kept.get(candidate), shingles) >= LEAST_SIMILARITY) {
          return false;
        }
      }
    }
    keep(shingles, bands);
    return true;
  }

  private static final int[] NONE = {};

  private void keep(long[] shingles, long[] bands) {
    int number = kept.size();
    kept.add(shingles);
    for (long band : bands) {
      int[] before = buckets.getOrDefault(band, NONE);
      int[] now = Arrays.copyOf(before, before.length + 1);
      now[before.length] = number;
      buckets.put(band, now);
    }
  }

  private static long[] bands(long[] shingles) {
    long[] least = new long[HASHES];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : shingles) {
      for (int i = 0; i < HASHES; i++) {
        // A product by an odd number is a permutation: it orders the set anew for each factor.
        long hash = (shingle * FACTORS[i]) >>> 1;
        least[i] = Math.min(least[i], hash);
      }
    }
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = Shingles.mix(hash ^ least[band * ROWS + row]);
      }
      bands[band] = hash;
    }
    return bands;
  }
}
