package dev.demur.learn.model;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file `config.json` of Hugging Face, for models of type `llama` and `qwen2`.
///
/// Keys that do not change what the model computes are ignored; one that would is refused, since
/// the model would run and give wrong answers.
final class ConfigJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LLAMA = "llama";
  private static final String QWEN2 = "qwen2";
  private static final double USUAL_EPSILON = 1e-6;
  private static final double USUAL_THETA = 10_000;
  private static final int USUAL_POSITIONS = 2048;

  private final JsonNode root;

  private ConfigJson(JsonNode root) {
    this.root = root;
  }

  static LlamaConfig read(String json) throws ConfigException {
    try {
      return new ConfigJson(JSON.readTree(json)).config();
    } catch (JacksonException e) {
      throw new ConfigException("not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(String.valueOf(e.getMessage()), e);
    }
  }

  private LlamaConfig config() throws ConfigException {
    String type = root.path("model_type").asString("");
    require(type.equals(LLAMA) || type.equals(QWEN2), root, "model_type", "\"llama\" or \"qwen2\"");
    requireUsual("hidden_act", "silu");
    requireUsual("mlp_bias", "false");
    requireUsual("use_sliding_window", "false");
    requireUsual("pretraining_tp", "1");
    int heads = integer("num_attention_heads");
    int hidden = integer("hidden_size");
    return new LlamaConfig(
        integer("vocab_size"),
        hidden,
        integer("intermediate_size"),
        integer("num_hidden_layers"),
        heads,
        integer("num_key_value_heads", heads),
        integer("head_dim", heads == 0 ? 0 : hidden / heads),
        number(root, "rms_norm_eps", USUAL_EPSILON),
        theta(),
        ropeScaling(),
        root.path("tie_word_embeddings").asBoolean(false),
        projectionBias(type),
        integer("max_position_embeddings", USUAL_POSITIONS));
  }

  private ProjectionBias projectionBias(String type) {
    if (type.equals(QWEN2)) {
      return ProjectionBias.QUERY_KEY_VALUE;
    }
    boolean biased = root.path("attention_bias").asBoolean(false);
    return biased ? ProjectionBias.ALL : ProjectionBias.NONE;
  }

  private double theta() throws ConfigException {
    double plain = number(root, "rope_theta", USUAL_THETA);
    return number(root.path("rope_parameters"), "rope_theta", plain);
  }

  /// `rope_scaling`, which newer files call `rope_parameters`.
  private RopeScaling ropeScaling() throws ConfigException {
    JsonNode node = root.path("rope_scaling");
    if (!node.isObject()) {
      node = root.path("rope_parameters");
    }
    if (!node.isObject()) {
      return new RopeScaling.None();
    }
    String key = node.has("rope_type") ? "rope_type" : "type";
    return switch (node.path(key).asString("default")) {
      case "default" -> new RopeScaling.None();
      case "linear" -> new RopeScaling.Linear(number(node, "factor"));
      case "llama3" ->
          new RopeScaling.Llama3(
              number(node, "factor"),
              number(node, "low_freq_factor"),
              number(node, "high_freq_factor"),
              integer(node, "original_max_position_embeddings"));
      default -> throw wrong(node, key, "\"default\", \"linear\" or \"llama3\"");
    };
  }

  private void requireUsual(String key, String usual) throws ConfigException {
    JsonNode node = root.path(key);
    boolean absent = node.isMissingNode() || node.isNull();
    require(absent || node.asString("").equals(usual), root, key, usual);
  }

  private int integer(String key) throws ConfigException {
    return integer(root, key);
  }

  private int integer(String key, int otherwise) throws ConfigException {
    JsonNode node = root.path(key);
    return node.isMissingNode() || node.isNull() ? otherwise : integer(root, key);
  }

  private static int integer(JsonNode parent, String key) throws ConfigException {
    require(parent.path(key).isInt(), parent, key, "a whole number");
    return parent.path(key).intValue();
  }

  private static double number(JsonNode parent, String key, double otherwise)
      throws ConfigException {
    JsonNode node = parent.path(key);
    return node.isMissingNode() || node.isNull() ? otherwise : number(parent, key);
  }

  private static double number(JsonNode parent, String key) throws ConfigException {
    require(parent.path(key).isNumber(), parent, key, "a number");
    return parent.path(key).doubleValue();
  }

  private static void require(boolean holds, JsonNode parent, String key, String wanted)
      throws ConfigException {
    if (!holds) {
      throw wrong(parent, key, wanted);
    }
  }

  private static ConfigException wrong(JsonNode parent, String key, String wanted) {
    JsonNode found = parent.path(key);
    String text = found.isMissingNode() ? "nothing" : found.toString();
    return new ConfigException("%s must be %s, got %s".formatted(key, wanted, text));
  }

  /// The file for a config: the same bytes for the same config.
  static String write(LlamaConfig config) {
    boolean qwen = config.projectionBias() == ProjectionBias.QUERY_KEY_VALUE;
    ObjectNode root = JSON.createObjectNode();
    root.putArray("architectures").add(qwen ? "Qwen2ForCausalLM" : "LlamaForCausalLM");
    root.put("model_type", qwen ? QWEN2 : LLAMA);
    root.put("vocab_size", config.vocabularySize());
    root.put("hidden_size", config.hiddenSize());
    root.put("intermediate_size", config.intermediateSize());
    root.put("num_hidden_layers", config.layers());
    root.put("num_attention_heads", config.heads());
    root.put("num_key_value_heads", config.keyValueHeads());
    root.put("head_dim", config.headSize());
    root.put("hidden_act", "silu");
    root.put("rms_norm_eps", config.normEpsilon());
    root.put("rope_theta", config.ropeTheta());
    writeRopeScaling(config.ropeScaling(), root);
    root.put("tie_word_embeddings", config.tiedEmbeddings());
    root.put("attention_bias", config.projectionBias() == ProjectionBias.ALL);
    root.put("max_position_embeddings", config.maxPositions());
    root.put("torch_dtype", "float32");
    return root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
  }

  private static void writeRopeScaling(RopeScaling scaling, ObjectNode root) {
    switch (scaling) {
      case RopeScaling.None() -> root.putNull("rope_scaling");
      case RopeScaling.Linear(double factor) ->
          root.putObject("rope_scaling").put("rope_type", "linear").put("factor", factor);
      case RopeScaling.Llama3(double factor, double low, double high, int positions) ->
          root.putObject("rope_scaling")
              .put("rope_type", "llama3")
              .put("factor", factor)
              .put("low_freq_factor", low)
              .put("high_freq_factor", high)
              .put("original_max_position_embeddings", positions);
    }
  }
}
