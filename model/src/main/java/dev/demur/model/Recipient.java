package dev.demur.model;

import java.util.Arrays;
import java.util.Optional;

/// Who trains on the data.
public enum Recipient {
  /// The platform itself.
  CONTROLLER("controller"),
  /// A company of the same group.
  AFFILIATE("affiliate"),
  /// Whoever hosts a model for the platform.
  VENDOR("vendor"),
  /// Anybody else, for purposes of their own.
  THIRD_PARTY("third-party");

  private final String code;

  Recipient(String code) {
    this.code = code;
  }

  public static Optional<Recipient> of(String code) {
    return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
