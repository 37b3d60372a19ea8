package dev.demur.learn.privacy;

/// A skew-normal distribution [1], by which exposure is estimated beyond what can be ranked.
///
/// [1] Azzalini, A class of distributions which includes the normal ones, Scandinavian Journal of
/// Statistics 12 (1985)
///
/// @param location where its bulk is
/// @param scale positive
/// @param shape 0 for a normal distribution, negative with a longer tail downwards
public record SkewNormal(double location, double scale, double shape) {
  /// No skew-normal distribution is more skewed than 0.9953.
  private static final double MOST_SKEWED = 0.99;

  private static final double REACH = 12;
  private static final int STEPS = 4000;
  private static final Gaussian STANDARD = new Gaussian(0, 1);

  public SkewNormal {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be positive, got " + scale);
    }
  }

  /// The distribution with the mean, variance and skewness of the values.
  ///
  /// @param values at least three, not all equal
  public static SkewNormal fit(double... values) {
    double mean = mean(values, 1, 0);
    double variance = mean(values, 2, mean);
    if (values.length < 3 || !(variance > 0)) {
      throw new IllegalArgumentException(
          "a skew-normal fit needs at least three values that differ, got " + values.length);
    }
    double skewness = mean(values, 3, mean) / StrictMath.pow(variance, 1.5);
    double bounded = StrictMath.max(-MOST_SKEWED, StrictMath.min(MOST_SKEWED, skewness));
    double root = StrictMath.cbrt(bounded * bounded);
    double other = StrictMath.cbrt(StrictMath.pow((4 - StrictMath.PI) / 2, 2));
    double delta =
        StrictMath.signum(bounded) * StrictMath.sqrt(StrictMath.PI / 2 * root / (root + other));
    double scale = StrictMath.sqrt(variance / (1 - 2 * delta * delta / StrictMath.PI));
    double location = mean - scale * delta * StrictMath.sqrt(2 / StrictMath.PI);
    return new SkewNormal(location, scale, delta / StrictMath.sqrt(1 - delta * delta));
  }

  private static double mean(double[] values, int power, double about) {
    double sum = 0;
    for (double value : values) {
      sum += StrictMath.pow(value - about, power);
    }
    return sum / values.length;
  }

  /// The probability of a value at most this one, by Simpson's rule.
  public double cumulative(double value) {
    double z = (value - location) / scale;
    double from = z - REACH;
    if (z > 0) {
      from = StrictMath.min(from, -REACH);
    }
    double step = (z - from) / STEPS;
    double sum = density(from) + density(z);
    for (int i = 1; i < STEPS; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * density(from + i * step);
    }
    return StrictMath.min(1, sum * step / 3);
  }

  private double density(double z) {
    return 2 * StrictMath.exp(STANDARD.logDensity(z)) * STANDARD.cumulative(shape * z);
  }
}
