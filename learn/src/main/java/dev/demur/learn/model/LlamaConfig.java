package dev.demur.learn.model;

import java.util.SortedMap;
import java.util.TreeMap;

/// The shape of a model, as in Hugging Face `config.json`.
///
/// @param vocabularySize tokens (`vocab_size`)
/// @param hiddenSize width of the residual stream (`hidden_size`)
/// @param intermediateSize width within the feed-forward layers (`intermediate_size`)
/// @param layers `num_hidden_layers`
/// @param heads query heads (`num_attention_heads`)
/// @param keyValueHeads a divisor of `heads` (`num_key_value_heads`)
/// @param headSize even (`head_dim`, else hidden size / heads)
/// @param normEpsilon `rms_norm_eps`
/// @param ropeTheta base of the rotary frequencies (`rope_theta`)
/// @param ropeScaling `rope_scaling`
/// @param tiedEmbeddings whether the output layer is the embedding (`tie_word_embeddings`)
/// @param projectionBias `attention_bias`, or by `model_type`
/// @param maxPositions longest sequence the model is meant for (`max_position_embeddings`)
public record LlamaConfig(
    int vocabularySize,
    int hiddenSize,
    int intermediateSize,
    int layers,
    int heads,
    int keyValueHeads,
    int headSize,
    double normEpsilon,
    double ropeTheta,
    RopeScaling ropeScaling,
    boolean tiedEmbeddings,
    ProjectionBias projectionBias,
    int maxPositions) {
  private static final double USUAL_EPSILON = 1e-5;
  private static final double USUAL_THETA = 10_000;

  public LlamaConfig {
    checkPositive(vocabularySize, "vocab_size");
    checkPositive(hiddenSize, "hidden_size");
    checkPositive(intermediateSize, "intermediate_size");
    checkPositive(layers, "num_hidden_layers");
    checkPositive(heads, "num_attention_heads");
    checkPositive(keyValueHeads, "num_key_value_heads");
    checkPositive(headSize, "head_dim");
    checkPositive(maxPositions, "max_position_embeddings");
    if (heads % keyValueHeads != 0) {
      throw new IllegalArgumentException(
          "num_key_value_heads must divide num_attention_heads, got %d and %d"
              .formatted(keyValueHeads, heads));
    }
    if (headSize % 2 != 0) {
      throw new IllegalArgumentException(
          "the size of a head must be even, got %d; see head_dim".formatted(headSize));
    }
    if (!(normEpsilon > 0)) {
      throw new IllegalArgumentException("rms_norm_eps must be positive, got " + normEpsilon);
    }
    if (!(ropeTheta > 0)) {
      throw new IllegalArgumentException("rope_theta must be positive, got " + ropeTheta);
    }
  }

  private static void checkPositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, got " + value);
    }
  }

  /// A plain small model: one key-value head for each head, tied embeddings, no biases.
  public static LlamaConfig small(
      int vocabularySize,
      int hiddenSize,
      int intermediateSize,
      int layers,
      int heads,
      int maxPositions) {
    return new LlamaConfig(
        vocabularySize,
        hiddenSize,
        intermediateSize,
        layers,
        heads,
        heads,
        hiddenSize / heads,
        USUAL_EPSILON,
        USUAL_THETA,
        new RopeScaling.None(),
        true,
        ProjectionBias.NONE,
        maxPositions);
  }

  /// Reads the text of a `config.json` of type `llama` or `qwen2`.
  ///
  /// @throws ConfigException when it describes a model that we would run wrongly
  public static LlamaConfig parse(String json) throws ConfigException {
    return ConfigJson.read(json);
  }

  /// The text of a `config.json`: the same for the same config.
  public String toJson() {
    return ConfigJson.write(this);
  }

  /// Radians for each position, one for each pair of values of a head: theta^(-2i / head size).
  public double[] rotaryFrequencies() {
    double[] frequencies = new double[headSize / 2];
    for (int pair = 0; pair < frequencies.length; pair++) {
      double plain = StrictMath.pow(ropeTheta, -2.0 * pair / headSize);
      frequencies[pair] = ropeScaling.scale(plain);
    }
    return frequencies;
  }

  /// The name and shape of every weight.
  public SortedMap<String, Shape> shapes() {
    SortedMap<String, Shape> shapes = new TreeMap<>();
    shapes.put(WeightNames.EMBEDDING, Shape.matrix(vocabularySize, hiddenSize));
    shapes.put(WeightNames.FINAL_NORM, Shape.vector(hiddenSize));
    if (!tiedEmbeddings) {
      shapes.put(WeightNames.HEAD, Shape.matrix(vocabularySize, hiddenSize));
    }
    for (int layer = 0; layer < layers; layer++) {
      shapes.put(WeightNames.attentionNorm(layer), Shape.vector(hiddenSize));
      shapes.put(WeightNames.feedForwardNorm(layer), Shape.vector(hiddenSize));
      for (Projection projection : Projection.values()) {
        int outputs = projection.outputs(this);
        shapes.put(
            WeightNames.weight(layer, projection), Shape.matrix(outputs, projection.inputs(this)));
        if (projection.hasBias(this)) {
          shapes.put(WeightNames.bias(layer, projection), Shape.vector(outputs));
        }
      }
    }
    return shapes;
  }

  /// Weights in all.
  public long parameters() {
    return shapes().values().stream().mapToLong(Shape::size).sum();
  }
}
