package dev.demur.model;

import java.util.Arrays;
import java.util.Optional;

/// The settings that a member may have; a program says which of them it knows and what each cuts.
public enum Switch {
  /// The setting about training itself.
  MAIN("main"),
  /// The one about training by others than the platform.
  PARTNERS("partners");

  private final String code;

  Switch(String code) {
    this.code = code;
  }

  public static Optional<Switch> of(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
