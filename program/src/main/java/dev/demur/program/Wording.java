package dev.demur.program;

import dev.demur.model.Switch;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What members are shown, in one language.
///
/// @param language two-letter code, e.g. `en`
/// @param toggles beside each switch that the program offers
/// @param objection above the objection form
/// @param notice sent before anything starts
public record Wording(String language, Map<Switch, Text> toggles, Text objection, Text notice) {
  public Wording {
    var copy = new EnumMap<Switch, Text>(Switch.class);
    copy.putAll(toggles);
    toggles = Collections.unmodifiableMap(copy);
  }

  /// Beside the switch about training itself; empty where the program has none.
  public Optional<Text> toggle() {
    return Optional.ofNullable(toggles.get(Switch.MAIN));
  }

  /// A heading and what stands below it, paragraphs apart by an empty line.
  public record Text(String title, String text) {}
}
