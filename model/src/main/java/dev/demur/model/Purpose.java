package dev.demur.model;

import java.util.Optional;

/// What a model is trained for.
public enum Purpose {
  /// Models that write: text generation.
  CONTENT_GENERATION("content-generation"),
  /// Other machine learning: matching, ranking, statistics.
  OTHER_ML("other-ml");

  private static final Purpose[] ALL = values();

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  public static Optional<Purpose> of(String code) {
    for (Purpose purpose : ALL) {
      if (purpose.code.equals(code)) {
        return Optional.of(purpose);
      }
    }
    return Optional.empty();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
