package dev.demur.model;

import java.util.Arrays;
import java.util.Optional;

/// What a model is trained for.
public enum Purpose {
  /// Models that write: text generation.
  CONTENT_GENERATION("content-generation"),
  /// Other machine learning: matching, ranking, statistics.
  OTHER_ML("other-ml");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
