package dev.demur.learn.privacy;

/// The likelihood ratio attack on one example [1]: is what a model says of it like what models say
/// that learnt from it, or like what models say that did not?
///
/// [1] Carlini et al., Membership Inference Attacks From First Principles, IEEE S&P 2022,
/// <https://arxiv.org/abs/2112.03570>, algorithm 1 and section 4.4
///
/// @param in what shadow models give that learnt from the example
/// @param out what shadow models give that did not
public record LikelihoodRatio(Gaussian in, Gaussian out) {
  /// Fits both Gaussians, each with its own deviation.
  public static LikelihoodRatio fit(double[] in, double[] out) {
    return fit(in, out, deviation(in), deviation(out));
  }

  /// Fits both means, with deviations that are the same for all examples: better with few shadow
  /// models, whose deviations are noise (section 6.4).
  public static LikelihoodRatio fit(
      double[] in, double[] out, double inDeviation, double outDeviation) {
    return new LikelihoodRatio(
        new Gaussian(mean(in), inDeviation), new Gaussian(mean(out), outDeviation));
  }

  /// The online attack: the logarithm of the likelihood ratio; the higher, the likelier a member.
  public double online(double observed) {
    return in.logDensity(observed) - out.logDensity(observed);
  }

  /// The offline attack, which needs no model that learnt from the example: deviations above the
  /// mean of the others. Orders examples as the probability of a lower value does, `1 - Pr[Z > φ]`,
  /// but does not run out of digits.
  public double offline(double observed) {
    return out.standardised(observed);
  }

  /// The mean; of equal values exactly that value.
  ///
  /// @param values at least one
  static double mean(double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  /// Over n - 1.
  ///
  /// @param values at least two
  static double deviation(double... values) {
    return StrictMath.sqrt(squares(values) / (values.length - 1));
  }

  /// The sum of squared differences to the mean.
  static double squares(double... values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
