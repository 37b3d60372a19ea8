package dev.demur.corpus.redact;

/// A part of a text that was redacted.
///
/// @param start in the input text, in UTF-16 units
/// @param end exclusive, in the input text, in UTF-16 units
/// @param rule why
/// @param placeholder what stands in its place, e.g. `[EMAIL_1]`
public record Span(int start, int end, Rule rule, String placeholder) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a span must have 0 <= start < end, got %d to %d".formatted(start, end));
    }
  }

  public SpanType type() {
    return rule.type();
  }
}
