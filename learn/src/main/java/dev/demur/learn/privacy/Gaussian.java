package dev.demur.learn.privacy;

/// A normal distribution.
///
/// @param deviation positive
public record Gaussian(double mean, double deviation) {
  private static final double LOG_ROOT_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);
  private static final double SERIES_UP_TO = 3;
  private static final int MAX_TERMS = 500;
  private static final double PRECISION = 1e-17;

  public Gaussian {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("deviation must be positive, got " + deviation);
    }
  }

  /// Deviations above the mean.
  public double standardised(double value) {
    return (value - mean) / deviation;
  }

  /// The logarithm of the density.
  public double logDensity(double value) {
    double z = standardised(value);
    return -z * z / 2 - StrictMath.log(deviation) - LOG_ROOT_TWO_PI;
  }

  /// The probability of a value at most this one.
  public double cumulative(double value) {
    double z = standardised(value);
    return z > 0 ? 1 - upperTail(z) : upperTail(-z);
  }

  /// The probability beyond z, for z of 0 or more: the series of Abramowitz and Stegun 26.2.11, and
  /// farther out the continued fraction 26.2.14.
  private static double upperTail(double z) {
    double density = StrictMath.exp(-z * z / 2 - LOG_ROOT_TWO_PI);
    if (z < SERIES_UP_TO) {
      double term = z;
      double sum = z;
      for (int n = 1; n < MAX_TERMS && term > PRECISION * sum; n++) {
        term *= z * z / (2 * n + 1);
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = z;
    for (int n = MAX_TERMS; n > 0; n--) {
      fraction = z + n / fraction;
    }
    return density / fraction;
  }
}
