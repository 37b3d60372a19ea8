package dev.demur.model;

import java.util.Arrays;
import java.util.Optional;

/// Why a use of a record is denied, in the order in which the first that applies is given.
public enum Reason {
  RECORD_DELETED("record-deleted"),
  ACCOUNT_CLOSED("account-closed"),
  AUTHOR_UNKNOWN("author-unknown"),
  CATEGORY_NEVER("category-never"),
  CATEGORY_NOT_COVERED("category-not-covered"),
  PURPOSE_NOT_COVERED("purpose-not-covered"),
  AGE_UNKNOWN("age-unknown"),
  MINOR("minor"),
  REGION_UNKNOWN("region-unknown"),
  REGION_NOT_COVERED("region-not-covered"),
  NOT_STARTED("not-started"),
  RECIPIENT_NOT_ALLOWED("recipient-not-allowed"),
  OBJECTION_GRANTED("objection-granted"),
  OBJECTION_PENDING("objection-pending"),
  TOGGLE_OFF("toggle-off"),
  NOTICE_MISSING("notice-missing"),
  NOTICE_TOO_RECENT("notice-too-recent"),
  OUTSIDE_WINDOW("outside-window"),
  SUBJECT_DENIED("subject-denied"),
  SPECIAL_CATEGORY("special-category");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  public static Optional<Reason> of(String code) {
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
