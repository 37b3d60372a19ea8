package dev.demur.assist;

import java.util.Arrays;
import java.util.Optional;

/// How a text sounds.
public enum Tone {
  PLAIN("plain"),
  WARM("warm"),
  CONFIDENT("confident");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  public static Optional<Tone> of(String code) {
    return Arrays.stream(values()).filter(tone -> tone.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
