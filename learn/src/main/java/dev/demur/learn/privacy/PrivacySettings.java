package dev.demur.learn.privacy;

import dev.demur.learn.adapter.AdapterSettings;
import java.util.List;

/// What an evaluation trains and tries.
///
/// @param adapter how adapters are trained: the product's settings, or others to see what they do
/// @param shards whose adapters are averaged
/// @param slices of each shard
/// @param shadows shadow models; each member is in half of them
/// @param repeats how often a canary is written; members are divided evenly over these
/// @param alternatives sentences that each canary is ranked among
/// @param beams continuations that are kept while a suffix is looked for
/// @param leavers members who leave, at most
/// @param draws of each bootstrap interval
/// @param seed of every random choice
public record PrivacySettings(
    AdapterSettings adapter,
    int shards,
    int slices,
    int shadows,
    List<Integer> repeats,
    int alternatives,
    int beams,
    int leavers,
    int draws,
    long seed) {
  /// Of all intervals.
  public static final double CONFIDENCE = 0.95;

  private static final int LEAST_SHADOWS = 8;

  public PrivacySettings {
    repeats = List.copyOf(repeats);
    // A canary is in a quarter of the models, and one model is always the one attacked.
    if (shadows < LEAST_SHADOWS) {
      throw new IllegalArgumentException(
          "shadows must be %d or more, got %d".formatted(LEAST_SHADOWS, shadows));
    }
    if (repeats.isEmpty() || repeats.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("repeats must be 1 or more, got " + repeats);
    }
    if (alternatives < 3 || beams < 1 || leavers < 1) {
      throw new IllegalArgumentException(
          "alternatives must be 3 or more, beams and leavers 1 or more, got %d, %d and %d"
              .formatted(alternatives, beams, leavers));
    }
  }
}
