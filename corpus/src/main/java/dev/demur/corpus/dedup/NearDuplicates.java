package dev.demur.corpus.dedup;

import java.nio.file.Path;
import java.util.Arrays;
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
/// All numbers are public constants; nothing is fitted to anybody's data. What has been seen lies
/// in files, so that the heap stays the same however much that is. Not thread-safe.
public final class NearDuplicates implements AutoCloseable {
  /// Changes whenever other texts would be found.
  public static final String VERSION = "near-duplicates/1";

  /// Texts with fewer words are never duplicates: thousands may rightly say "software engineer".
  public static final int LEAST_WORDS = 8;

  private static final int BANDS = 16;
  private static final int ROWS = 4;
  private static final int HASHES = BANDS * ROWS;
  private static final double LEAST_SIMILARITY = 0.4;
  private static final long SEED = 0x64656475706C6963L;
  private static final long[] FACTORS = factors();

  private final KeptTexts kept;
  private final long[] otherSketch = new long[Shingles.SKETCH];
  private long[] set = new long[1 << 8];

  /// @param folder where a file may lie with what has been seen, as hashes of words; the file has
  ///   no name there where the system allows that, and is gone when this is closed or the process
  ///   dies
  public NearDuplicates(Path folder) {
    kept = new KeptTexts(BANDS, folder);
  }

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
    long[] sketch = Shingles.sketch(shingles);
    for (int band = 0; band < BANDS; band++) {
      int other = kept.last(band, bands[band]);
      for (; other != KeptTexts.NONE; other = kept.before(other, band)) {
        if (isLike(other, shingles, sketch)) {
          return false;
        }
      }
    }
    kept.add(shingles, bands, sketch);
    return true;
  }

  private boolean isLike(int text, long[] shingles, long[] sketch) {
    int size = kept.sizeOf(text);
    kept.copySketch(text, otherSketch);
    double most = Shingles.mostSimilarity(otherSketch, size, sketch, shingles.length);
    if (most < LEAST_SIMILARITY) {
      return false;
    }
    if (set.length < size) {
      set = new long[Math.max(size, set.length * 2)];
    }
    kept.copy(text, set);
    return Shingles.similarity(set, size, shingles) >= LEAST_SIMILARITY;
  }

  static long[] bands(long[] shingles) {
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

  @Override
  public void close() {
    kept.close();
  }
}
