package dev.demur.server;

import java.util.List;

/// The funnel from records to corpus, and the state of what was built from it.
public record OperatorPage(
    String summary,
    String chartDescription,
    List<Bar> bars,
    List<Fact> facts,
    List<SettingsPage.CaseRow> cases) {

  /// One named value.
  public record Fact(String name, String value) {}
}
