package dev.demur.assist.generate;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/// Chooses tokens: the likeliest, or by chance among the likeliest few.
final class Sampler {
  /// Tokens beyond the so many likeliest are never taken.
  private static final int CANDIDATES = 40;

  private final double temperature;
  private final SplittableRandom random;

  Sampler(double temperature, long seed) {
    this.temperature = temperature;
    this.random = new SplittableRandom(seed);
  }

  /// A token among those allowed; -1 where none is.
  int choose(float[] scores, IntPredicate allowed) {
    int[] best = new int[temperature == 0 ? 1 : CANDIDATES];
    int count = likeliest(scores, allowed, best);
    if (count == 0) {
      return -1;
    }
    return count == 1 ? best[0] : best[draw(scores, best, count)];
  }

  /// Fills the array with the likeliest tokens, likeliest first; of equal ones the lower id.
  private static int likeliest(float[] scores, IntPredicate allowed, int[] best) {
    int count = 0;
    for (int token = 0; token < scores.length; token++) {
      boolean enters = count < best.length || scores[token] > scores[best[count - 1]];
      if (enters && allowed.test(token)) {
        int at = count < best.length ? count++ : count - 1;
        while (at > 0 && scores[best[at - 1]] < scores[token]) {
          best[at] = best[at - 1];
          at--;
        }
        best[at] = token;
      }
    }
    return count;
  }

  /// The score of the likeliest allowed token but one; minus infinity where there is no other.
  static float runnerUp(float[] scores, int but, IntPredicate allowed) {
    float best = Float.NEGATIVE_INFINITY;
    for (int token = 0; token < scores.length; token++) {
      if (scores[token] > best && token != but && allowed.test(token)) {
        best = scores[token];
      }
    }
    return best;
  }

  private int draw(float[] scores, int[] best, int count) {
    double[] upTo = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += StrictMath.exp((scores[best[i]] - scores[best[0]]) / temperature);
      upTo[i] = sum;
    }
    double drawn = random.nextDouble() * sum;
    int chosen = 0;
    while (chosen < count - 1 && upTo[chosen] <= drawn) {
      chosen++;
    }
    return chosen;
  }
}
