package dev.demur.learn.base;

import dev.demur.learn.model.LlamaConfig;

/// The public constants of a base: its shape and how it is trained.
///
/// @param vocabularySize tokens, or fewer where the text has no more pairs to merge
/// @param intermediateSize width within the feed-forward layers
/// @param context tokens of one training sequence, and the longest the model is meant for
/// @param sequencesPerBatch sequences of one step
/// @param epochs how often each training text is read
/// @param peakLearningRate reached after `warmupSteps`, then falling along a cosine to a tenth
/// @param heldOutPerMille share of the documents kept for measuring
/// @param measureEvery steps between two measurements, and between two checkpoints
/// @param seed of the first weights and of the order of texts
public record BaseSettings(
    int vocabularySize,
    int hiddenSize,
    int intermediateSize,
    int layers,
    int heads,
    int context,
    int sequencesPerBatch,
    int epochs,
    float peakLearningRate,
    float weightDecay,
    int warmupSteps,
    int heldOutPerMille,
    int measureEvery,
    long seed) {
  private static final double LAST_SHARE = 0.1;

  public BaseSettings {
    checkPositive(context, "context");
    checkPositive(sequencesPerBatch, "sequencesPerBatch");
    checkPositive(epochs, "epochs");
    checkPositive(warmupSteps, "warmupSteps");
    checkPositive(measureEvery, "measureEvery");
    if (heldOutPerMille < 1 || heldOutPerMille > 500) {
      throw new IllegalArgumentException(
          "heldOutPerMille must be 1 to 500, got " + heldOutPerMille);
    }
    if (!(peakLearningRate > 0)) {
      throw new IllegalArgumentException(
          "peakLearningRate must be positive, got " + peakLearningRate);
    }
  }

  private static void checkPositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, got " + value);
    }
  }

  /// The settings of the base that is shipped.
  public static BaseSettings standard() {
    return new BaseSettings(4096, 192, 512, 6, 6, 256, 8, 2, 3e-3f, 0.1f, 100, 20, 400, 1);
  }

  /// A base of 1.3 million parameters that reads each text once: for measurements that train many
  /// models on top of it.
  public static BaseSettings small() {
    return new BaseSettings(4096, 128, 344, 4, 4, 256, 8, 1, 3e-3f, 0.1f, 100, 20, 400, 1);
  }

  LlamaConfig model(int vocabulary) {
    return LlamaConfig.small(vocabulary, hiddenSize, intermediateSize, layers, heads, context);
  }

  /// The learning rate of one step, counted from 0.
  float learningRate(int step, int steps) {
    double warm = Math.min(1, (step + 1.0) / warmupSteps);
    double cosine = 0.5 * (1 + StrictMath.cos(StrictMath.PI * step / steps));
    return (float) (peakLearningRate * warm * (LAST_SHARE + (1 - LAST_SHARE) * cosine));
  }
}
