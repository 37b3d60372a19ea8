package dev.demur.model;

import java.util.Arrays;
import java.util.Optional;

/// A wish that a member's software states for the member (GDPR Art. 21(5)). A program says which it
/// honours, and by which setting.
public enum Signal {
  /// Global Privacy Control: the header `Sec-GPC: 1`, <https://www.w3.org/TR/gpc/>.
  GPC("gpc"),
  /// The preference `train-ai=n` of the IETF's AI preferences vocabulary.
  TRAIN_AI("train-ai");

  private final String code;

  Signal(String code) {
    this.code = code;
  }

  public static Optional<Signal> of(String code) {
    return Arrays.stream(values()).filter(signal -> signal.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
