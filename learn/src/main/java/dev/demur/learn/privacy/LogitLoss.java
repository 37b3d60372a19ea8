package dev.demur.learn.privacy;

/// Makes losses look normal, so that Gaussians fit them [1].
///
/// [1] Carlini, Chien, Nasr, Song, Terzis and Tramèr, Membership Inference Attacks From First
/// Principles, IEEE S&P 2022, <https://arxiv.org/abs/2112.03570>, section 4.3
public final class LogitLoss {
  private LogitLoss() {}

  /// `log(p / (1 - p))` with `p = exp(-loss)`: high where the model is sure.
  ///
  /// @param meanLoss of a text's tokens in nats, positive; p is then the geometric mean of the
  ///   probabilities of its tokens
  public static double of(double meanLoss) {
    if (!(meanLoss > 0)) {
      throw new IllegalArgumentException("a mean loss is positive, got " + meanLoss);
    }
    return -meanLoss - StrictMath.log(-StrictMath.expm1(-meanLoss));
  }
}
