package dev.demur.learn.privacy;

/// The exact confidence interval of a proportion [1]: its ends are quantiles of beta distributions.
///
/// Holds for independent trials. Where trials hang together, as several texts of one member do, it
/// is too narrow; see [Bootstrap].
///
/// [1] Clopper and Pearson, Biometrika 26 (1934), <https://doi.org/10.1093/biomet/26.4.404>
public final class ClopperPearson {
  private static final int BISECTIONS = 200;

  private ClopperPearson() {}

  /// The interval of the chance of success.
  ///
  /// @param successes 0 to `trials`
  /// @param trials at least 1
  /// @param confidence such as 0.95
  public static Interval interval(long successes, long trials, double confidence) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be 0 to trials and trials at least 1, got %d of %d"
              .formatted(successes, trials));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1, got " + confidence);
    }
    double tail = (1 - confidence) / 2;
    long failures = trials - successes;
    double low = successes == 0 ? 0 : quantile(tail, (double) successes, failures + 1.0);
    double high = failures == 0 ? 1 : quantile(1 - tail, successes + 1.0, (double) failures);
    return new Interval(low, high);
  }

  /// Where the beta distribution reaches a probability.
  private static double quantile(double probability, double a, double b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < BISECTIONS && low < high; i++) {
      double middle = (low + high) / 2;
      if (IncompleteBeta.of(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
