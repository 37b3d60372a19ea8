package dev.demur.assist;

import java.util.Arrays;
import java.util.Optional;

/// What a suggestion is for.
public enum Kind {
  HEADLINE("headline"),
  ABOUT("about"),
  COMPLETE("complete"),
  POST("post"),
  SUMMARY("summary"),
  JOB("job"),
  RESUME("resume"),
  MESSAGE("message");

  private final String code;

  Kind(String code) {
    this.code = code;
  }

  public static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
