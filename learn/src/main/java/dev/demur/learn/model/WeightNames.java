package dev.demur.learn.model;

/// The names that Hugging Face gives to the weights of a Llama model.
final class WeightNames {
  static final String EMBEDDING = "model.embed_tokens.weight";
  static final String FINAL_NORM = "model.norm.weight";
  static final String HEAD = "lm_head.weight";

  private WeightNames() {}

  static String attentionNorm(int layer) {
    return layer(layer) + "input_layernorm.weight";
  }

  static String feedForwardNorm(int layer) {
    return layer(layer) + "post_attention_layernorm.weight";
  }

  static String weight(int layer, Projection projection) {
    return layer(layer) + projection.path() + ".weight";
  }

  static String bias(int layer, Projection projection) {
    return layer(layer) + projection.path() + ".bias";
  }

  static String loraUp(int layer, Projection projection) {
    return layer(layer) + projection.path() + ".lora_B.weight";
  }

  private static String layer(int layer) {
    return "model.layers." + layer + ".";
  }
}
