package dev.demur.assist.career;

import java.util.List;

/// One sentence of a job's text, and whether a member's own records meet it.
///
/// @param text as the job says it
/// @param named what it names: titles, skills, degrees, organisations, places
/// @param evidence for each of these that the member's records say; for [Verdict#NOT_MET], what
///   they say to the contrary
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
    /// The records say otherwise: fewer years, a lower degree, or that the member has not done it.
    NOT_MET("not-met"),
    /// The records are silent; the member may still have it.
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
