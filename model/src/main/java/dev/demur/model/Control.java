package dev.demur.model;

import java.util.Arrays;
import java.util.Optional;

/// What an objection may reach.
public enum Control {
  CONTENT_GENERATION("content-generation"),
  OTHER_ML("other-ml"),
  FEEDBACK("feedback");

  private final String code;

  Control(String code) {
    this.code = code;
  }

  public static Optional<Control> of(String code) {
    return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
