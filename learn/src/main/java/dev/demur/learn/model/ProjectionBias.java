package dev.demur.learn.model;

/// Which projections of attention have a bias.
public enum ProjectionBias {
  /// None, as in Llama.
  NONE,
  /// Queries, keys and values, as in Qwen2.
  QUERY_KEY_VALUE,
  /// The output as well: Llama with `attention_bias`.
  ALL
}
