package dev.demur.learn.privacy;

import java.util.Arrays;

/// How much more likely a model finds one sentence than others that might have been in its place
/// [1], in bits.
///
/// `exposure = log2 |R| - log2 rank`: the canary stands among |R| sentences of one space, ordered
/// by their loss. A canary the model has never seen has any rank with equal probability, so that
/// its exposure is about 1.44 bits (1 / ln 2) in the mean.
///
/// [1] Carlini, Liu, Erlingsson, Kos and Song, The Secret Sharer, USENIX Security 2019,
/// <https://arxiv.org/abs/1802.08232>, sections 4.2 to 4.4
public final class Exposure {
  private final double[] alternatives;
  private final SkewNormal distribution;

  /// @param alternatives losses of sentences drawn from the space of the canaries, none of them
  ///   learnt from
  public Exposure(double... alternatives) {
    this.alternatives = alternatives.clone();
    Arrays.sort(this.alternatives);
    this.distribution = SkewNormal.fit(alternatives);
  }

  /// Bits of a canary that stands before every alternative: no rank gives more.
  public double highestByRank() {
    return log2(alternatives.length + 1.0);
  }

  /// From the canary's rank among the alternatives, itself included; equal losses count as before
  /// it.
  public double byRank(double loss) {
    int before = 0;
    while (before < alternatives.length && alternatives[before] <= loss) {
      before++;
    }
    return highestByRank() - log2(before + 1.0);
  }

  /// From the skew-normal distribution of the alternatives: `-log2 P(loss of another <= loss)`.
  /// Reaches farther than ranks do, as far as the fit is right so far out.
  public double byDistribution(double loss) {
    return -log2(StrictMath.max(Double.MIN_NORMAL, distribution.cumulative(loss)));
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }
}
