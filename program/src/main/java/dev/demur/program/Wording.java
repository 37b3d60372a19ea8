package dev.demur.program;

import java.util.Optional;

/// What members are shown, in one language.
///
/// @param language two-letter code, e.g. `en`
/// @param toggle beside the switch; empty where the program has none
/// @param objection above the objection form
/// @param notice sent before anything starts
public record Wording(String language, Optional<Text> toggle, Text objection, Text notice) {
  /// A heading and what stands below it, paragraphs apart by an empty line.
  public record Text(String title, String text) {}
}
