package dev.demur.assist;

import java.util.Arrays;
import java.util.Optional;

/// What a message is for.
public enum Occasion {
  /// Asking somebody to connect.
  CONNECT("connect"),
  /// After a meeting or an application.
  FOLLOW_UP("follow-up"),
  /// A recruiter's first message.
  OUTREACH("outreach");

  private final String code;

  Occasion(String code) {
    this.code = code;
  }

  public static Optional<Occasion> of(String code) {
    return Arrays.stream(values()).filter(occasion -> occasion.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
