package dev.demur.assist.generate;

import java.util.function.Predicate;

/// What to write.
///
/// @param context what stands before, e.g. what the member typed
/// @param start what the new text must begin with, e.g. the first letters of a word
/// @param maxWords at least 1
/// @param maxTokens how many tokens may be tried in all, those taken back among them: it bounds the
///   time
/// @param toSentenceEnd whether to stop at the end of a sentence
/// @param temperature 0 takes the likeliest token always; 1 as the model says
/// @param seed equal seeds give equal texts
/// @param allows whether a word may stand: given the text written so far with that word at its end
public record Order(
    String context,
    String start,
    int maxWords,
    int maxTokens,
    boolean toSentenceEnd,
    double temperature,
    long seed,
    Predicate<String> allows) {
  public Order {
    if (maxWords < 1 || maxTokens < 1 || temperature < 0) {
      throw new IllegalArgumentException(
          "maxWords and maxTokens must be at least 1 and temperature at least 0, got %d, %d and %s"
              .formatted(maxWords, maxTokens, temperature));
    }
  }

  /// Size only: the texts are a member's.
  @Override
  public String toString() {
    return "Order[%d characters, %d words]".formatted(context.length(), maxWords);
  }
}
