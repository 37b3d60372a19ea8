package dev.demur.learn.model;

import dev.demur.learn.tensor.Tensor;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a model is adapted: to each target weight W is added `alpha / rank * B * A`, where A is a
/// public constant and only B is trained.
///
/// With A the same for everyone, the mean of several adapters is the mean of their Bs.
///
/// @param rank columns of B and rows of A
/// @param alpha strength
/// @param seed of every A
/// @param targets the projections that are adapted, in every layer
public record LoraConfig(int rank, float alpha, long seed, Set<Projection> targets) {
  private static final int USUAL_RANK = 8;
  private static final float USUAL_ALPHA = 16;
  private static final int MAX_RANK = 1024;

  public LoraConfig {
    if (rank < 1 || rank > MAX_RANK) {
      throw new IllegalArgumentException("rank must be 1 to %d, got %d".formatted(MAX_RANK, rank));
    }
    if (!(alpha > 0)) {
      throw new IllegalArgumentException("alpha must be positive, got " + alpha);
    }
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("an adapter needs at least one target, such as q_proj");
    }
    targets = Collections.unmodifiableSet(EnumSet.copyOf(targets));
  }

  /// Rank 8, alpha 16, all seven projections.
  public static LoraConfig standard(long seed) {
    return new LoraConfig(USUAL_RANK, USUAL_ALPHA, seed, EnumSet.allOf(Projection.class));
  }

  /// alpha / rank.
  public float scale() {
    return alpha / rank;
  }

  /// The adapted weights of a model: for each name of a weight the name of its B, such as
  /// `model.layers.0.self_attn.q_proj.lora_B.weight`.
  public SortedMap<String, String> names(LlamaConfig model) {
    SortedMap<String, String> names = new TreeMap<>();
    for (int layer = 0; layer < model.layers(); layer++) {
      for (Projection target : targets) {
        names.put(WeightNames.weight(layer, target), WeightNames.loraUp(layer, target));
      }
    }
    return names;
  }

  /// The A of a weight: `float[rank][inputs]`, normal with variance 1 / inputs, by seed and name.
  public Tensor down(String weightName, int inputs) {
    Tensor down = Tensor.zeros(rank, inputs);
    CounterRandom.of(seed, weightName + ".lora_A").fillGaussian(down.data(), 1 / Math.sqrt(inputs));
    return down;
  }
}
