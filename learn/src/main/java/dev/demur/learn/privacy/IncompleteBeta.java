package dev.demur.learn.privacy;

/// The regularised incomplete beta function, by its continued fraction [1].
///
/// [1] NIST Digital Library of Mathematical Functions, 8.17.22, <https://dlmf.nist.gov/8.17.E22>
final class IncompleteBeta {
  private static final int MAX_TERMS = 100_000;
  private static final double PRECISION = 1e-15;
  private static final double TINY = 1e-300;

  /// Lanczos' coefficients for g = 7 and nine terms.
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private static final double LANCZOS_G = 7;

  private IncompleteBeta() {}

  /// The probability that a beta variable of `a` and `b` is at most `x`.
  static double of(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    // The fraction converges fast on this side of the mean only.
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /// Lentz's method.
  private static double fraction(double x, double a, double b) {
    double numerator = 1;
    double denominator = 1 / away(1 - (a + b) * x / (a + 1));
    double value = denominator;
    for (int m = 1; m < MAX_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      denominator = 1 / away(1 + even * denominator);
      numerator = away(1 + even / numerator);
      value *= denominator * numerator;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      denominator = 1 / away(1 + odd * denominator);
      numerator = away(1 + odd / numerator);
      double change = denominator * numerator;
      value *= change;
      if (StrictMath.abs(change - 1) < PRECISION) {
        return value;
      }
    }
    return value;
  }

  private static double away(double value) {
    return StrictMath.abs(value) < TINY ? TINY : value;
  }

  /// @param x positive
  static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double shifted = x - 0.5 + LANCZOS_G;
    return 0.5 * StrictMath.log(2 * StrictMath.PI)
        + (x - 0.5) * StrictMath.log(shifted)
        - shifted
        + StrictMath.log(sum);
  }
}
