package dev.demur.learn.model;

/// The constants of the optimiser; public constants, never tuned on members' data.
///
/// @param meanDecay beta 1, how much of the running mean of gradients is kept
/// @param squareDecay beta 2, how much of the running mean of their squares is kept
/// @param epsilon added to the divisor
/// @param weightDecay of matrices, in units of the learning rate
/// @param maxGradientNorm a longer gradient is shortened to this length
public record AdamWSettings(
    float meanDecay, float squareDecay, float epsilon, float weightDecay, float maxGradientNorm) {
  public AdamWSettings {
    checkShare(meanDecay, "meanDecay");
    checkShare(squareDecay, "squareDecay");
    if (!(epsilon > 0) || !(weightDecay >= 0) || !(maxGradientNorm > 0)) {
      throw new IllegalArgumentException(
          "epsilon and maxGradientNorm must be positive and weightDecay not negative, got %s, %s, %s"
              .formatted(epsilon, maxGradientNorm, weightDecay));
    }
  }

  private static void checkShare(float value, String name) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be 0 to below 1, got " + value);
    }
  }

  /// 0.9, 0.95, 1e-8, weight decay 0.1, norm 1.
  public static AdamWSettings standard() {
    return new AdamWSettings(0.9f, 0.95f, 1e-8f, 0.1f, 1f);
  }

  /// The same with another weight decay.
  public AdamWSettings withWeightDecay(float decay) {
    return new AdamWSettings(meanDecay, squareDecay, epsilon, decay, maxGradientNorm);
  }
}
