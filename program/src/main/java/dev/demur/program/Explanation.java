package dev.demur.program;

import dev.demur.model.Decision;
import dev.demur.model.Reason;
import dev.demur.program.Program.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How an answer comes about.
///
/// @param steps the clauses tried, in order; the last one denied, or all of them passed
/// @param lastChanged when the answer became what it is; empty where it always was
/// @param nextChange when it will change by itself, with nothing but time passing; empty where it
///   will not
public record Explanation(
    Decision decision,
    List<Step> steps,
    Optional<Change> lastChanged,
    Optional<Change> nextChange) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /// One clause tried.
  ///
  /// @param reason the reason that the clause would give for a denial
  /// @param clause where it stands: a path in the program file
  /// @param place on which line of which file; empty where none spells it out
  /// @param facts the facts it used, in words, without anybody's name
  public record Step(
      Reason reason, String clause, Optional<Place> place, String facts, boolean denied) {}

  /// A change of the answer.
  ///
  /// @param from `permit` or the code of a reason
  public record Change(Instant at, String from, String to) {
    @Override
    public String toString() {
      return "%s: %s → %s".formatted(at, from, to);
    }
  }

  /// `permit` or the code of a reason.
  static String inWords(Decision decision) {
    return switch (decision) {
      case Decision.Permit _ -> "permit";
      case Decision.Deny deny -> deny.reason().code();
    };
  }

  /// The chain as lines of text.
  public String text() {
    var text = new StringBuilder();
    boolean permit = decision instanceof Decision.Permit;
    text.append(permit ? "" : "deny ").append(inWords(decision));
    text.append(" by ").append(decision.clause()).append('\n');
    for (Step step : steps) {
      String line = step.place().map(place -> " (line " + place.line() + ")").orElse("");
      text.append(
          "  %s %-21s %s%s: %s\n"
              .formatted(
                  step.denied() ? "✗" : "✓", step.reason(), step.clause(), line, step.facts()));
    }
    if (!decision.redact().isEmpty()) {
      text.append("  mentioned people to redact: ").append(decision.redact().size()).append('\n');
    }
    text.append("  last changed: ")
        .append(lastChanged.map(Change::toString).orElse("never"))
        .append('\n');
    text.append("  will change by itself: ")
        .append(nextChange.map(Change::toString).orElse("never"))
        .append('\n');
    return text.toString();
  }
}
