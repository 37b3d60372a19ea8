package dev.demur.assist.career;

import java.util.List;

/// One sentence of a job's text, and whether a member's own records meet it.
///
/// @param text as the job says it
/// @param named what it names: titles, skills, degrees, organisations, places
/// @param evidence for each of these that the member's records say
public record Requirement(String text, Verdict verdict, List<String> named, List<Proof> evidence) {
  public Requirement {
    named = List.copyOf(named);
    evidence = List.copyOf(evidence);
  }

  /// What the records say.
  public enum Verdict {
    /// Everything it names stands in the member's records.
    MET("met"),
    /// Some of what it names stands there.
    PARTLY("partly"),
    /// Nothing of what it names stands there; the member may still have it.
    NOT_SHOWN("not-met"),
    /// It names nothing that could be looked up.
    UNKNOWN("unknown");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
