package dev.demur.learn.model;

import java.util.Set;

/// How a text is written.
///
/// @param maxTokens written at most
/// @param temperature 0 takes the likeliest token each time; higher values are more varied
/// @param topK how many of the likeliest permitted tokens are drawn from
/// @param seed of the draws; equal seeds give equal texts
/// @param endTokens end the text, and do not become part of it
public record GenerationSettings(
    int maxTokens, double temperature, int topK, long seed, Set<Integer> endTokens) {
  public GenerationSettings {
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1, got " + maxTokens);
    }
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException("temperature must not be negative, got " + temperature);
    }
    if (topK < 1) {
      throw new IllegalArgumentException("topK must be at least 1, got " + topK);
    }
    endTokens = Set.copyOf(endTokens);
  }

  /// The likeliest token each time.
  public static GenerationSettings greedy(int maxTokens, Set<Integer> endTokens) {
    return new GenerationSettings(maxTokens, 0, 1, 0, endTokens);
  }
}
