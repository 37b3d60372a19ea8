package dev.demur.learn.model;

/// The linear maps within a layer of the model.
public enum Projection {
  QUERY("self_attn", "q_proj"),
  KEY("self_attn", "k_proj"),
  VALUE("self_attn", "v_proj"),
  OUTPUT("self_attn", "o_proj"),
  GATE("mlp", "gate_proj"),
  UP("mlp", "up_proj"),
  DOWN("mlp", "down_proj");

  private final String module;
  private final String id;

  Projection(String module, String id) {
    this.module = module;
    this.id = id;
  }

  /// As in checkpoints, e.g. `q_proj`.
  public String id() {
    return id;
  }

  /// As in the names of weights, e.g. `self_attn.q_proj`.
  String path() {
    return module + "." + id;
  }

  /// Rows of the weight: the width of the output.
  int outputs(LlamaConfig config) {
    return switch (this) {
      case QUERY -> config.heads() * config.headSize();
      case KEY, VALUE -> config.keyValueHeads() * config.headSize();
      case OUTPUT, DOWN -> config.hiddenSize();
      case GATE, UP -> config.intermediateSize();
    };
  }

  /// Columns of the weight: the width of the input.
  int inputs(LlamaConfig config) {
    return switch (this) {
      case QUERY, KEY, VALUE, GATE, UP -> config.hiddenSize();
      case OUTPUT -> config.heads() * config.headSize();
      case DOWN -> config.intermediateSize();
    };
  }

  boolean hasBias(LlamaConfig config) {
    return switch (this) {
      case QUERY, KEY, VALUE -> config.projectionBias() != ProjectionBias.NONE;
      case OUTPUT -> config.projectionBias() == ProjectionBias.ALL;
      case GATE, UP, DOWN -> false;
    };
  }

  /// Whether its output joins the residual stream.
  boolean joinsStream() {
    return this == OUTPUT || this == DOWN;
  }
}
