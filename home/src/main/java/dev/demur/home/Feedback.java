package dev.demur.home;

import java.util.Arrays;
import java.util.Optional;

/// What a member did with a suggestion.
public enum Feedback {
  ACCEPTED("accepted"),
  /// Taken after it was changed; what it was changed to is not kept.
  EDITED("edited"),
  REJECTED("rejected");

  private final String code;

  Feedback(String code) {
    this.code = code;
  }

  public static Optional<Feedback> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }
}
