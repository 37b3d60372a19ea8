package dev.demur.corpus.redact;

import java.util.List;

/// A redacted text.
///
/// @param text the text with placeholders
/// @param spans what was replaced, in order, not overlapping
public record Redaction(String text, List<Span> spans) {
  public Redaction {
    spans = List.copyOf(spans);
  }

  /// Sizes only: the text may hold member data, which does not belong in logs.
  @Override
  public String toString() {
    return "Redaction[" + text.length() + " characters, " + spans.size() + " spans]";
  }
}
