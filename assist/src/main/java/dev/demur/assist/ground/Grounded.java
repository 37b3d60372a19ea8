package dev.demur.assist.ground;

import java.util.List;

/// What a text states, and what backs it.
///
/// @param evidence for each statement that the member's records back
/// @param unbacked the statements that nothing backs, as the text has them
public record Grounded(List<Evidence> evidence, List<String> unbacked) {
  public Grounded {
    evidence = List.copyOf(evidence);
    unbacked = List.copyOf(unbacked);
  }

  /// Whether every statement is backed.
  public boolean holds() {
    return unbacked.isEmpty();
  }
}
