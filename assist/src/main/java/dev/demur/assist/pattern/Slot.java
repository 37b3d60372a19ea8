package dev.demur.assist.pattern;

import java.util.Arrays;
import java.util.Optional;

/// A gap in a sentence, for one kind of fact.
public enum Slot {
  /// The title of the job held now.
  TITLE("title"),
  /// The title of a job held before, another one than now.
  FORMER_TITLE("former-title"),
  /// Where the job is held now.
  COMPANY("company"),
  /// Where a job was held before, somewhere else than now.
  FORMER_COMPANY("former-company"),
  SCHOOL("school"),
  DEGREE("degree"),
  SKILL("skill"),
  /// The town, without region and country.
  CITY("city"),
  INDUSTRY("industry"),
  /// How long the member has worked, e.g. `8 years`.
  EXPERIENCE("experience");

  private final String code;

  Slot(String code) {
    this.code = code;
  }

  /// The slot with this code.
  static Optional<Slot> of(String code) {
    return Arrays.stream(values()).filter(slot -> slot.code.equals(code)).findFirst();
  }

  /// How the slot stands in a frame, e.g. `{title}`.
  String mark() {
    return "{" + code + "}";
  }
}
