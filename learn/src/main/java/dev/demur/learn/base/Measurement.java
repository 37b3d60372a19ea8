package dev.demur.learn.base;

/// How well a model foretells text it was not trained on.
///
/// @param step training steps made
/// @param loss mean over the held-out tokens, in nats
public record Measurement(int step, double loss) {
  /// Among how many equally likely tokens the model is as if choosing.
  public double perplexity() {
    return StrictMath.exp(loss);
  }
}
