package dev.demur.server;

import java.util.List;

/// The funnel from records to corpus, and the state of what was built from it.
///
/// @param openObjections how many await an answer
public record OperatorPage(
    String summary, String chartDescription, List<Bar> bars, List<Fact> facts, int openObjections) {

  /// One named value.
  public record Fact(String name, String value) {}
}
