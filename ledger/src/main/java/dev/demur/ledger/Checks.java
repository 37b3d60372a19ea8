package dev.demur.ledger;

import dev.demur.model.MemberFacts.Objection.State;
import java.util.Set;

/// What the fields of events must hold.
final class Checks {
  private Checks() {}

  static <T> Set<T> notEmpty(String field, Set<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(field + " must name at least one control");
    }
    return values;
  }

  static void notBlank(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
  }

  static void sha256(String field, String value) {
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(field + " must be 64 hex digits, got: " + value);
    }
  }

  static void language(String language) {
    if (!language.matches("[a-z]{2}")) {
      throw new IllegalArgumentException(
          "a language is two small letters (ISO 639-1), e.g. fr, got: " + language);
    }
  }

  static void kind(String kind) {
    if (!kind.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException(
          "an operator event's kind is lower-case words with dashes, got: " + kind);
    }
  }

  static void decision(State outcome, String by, String grounds) {
    if (outcome == State.PENDING) {
      throw new IllegalArgumentException("a decision grants, refuses or withdraws; got PENDING");
    }
    notBlank("by", by);
    if (outcome == State.REFUSED && grounds.isBlank()) {
      throw new IllegalArgumentException(
          "a refusal needs the compelling grounds it rests on (GDPR Art. 21(1))");
    }
  }
}
