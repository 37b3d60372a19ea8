package dev.demur.assist;

import dev.demur.assist.ground.Evidence;
import dev.demur.assist.guard.Guard;
import dev.demur.assist.guard.Traced;
import java.util.List;

/// A text for a member to review, change, accept or reject.
///
/// @param id unlike that of any other suggestion
/// @param text for [Kind#COMPLETE] only what follows the typed text
/// @param evidence where the member's own records say what it states
/// @param trace stretches of the text that stand in the corpus, with the number of members
public record Suggestion(
    String id, Kind kind, String text, Origin origin, List<Evidence> evidence, List<Traced> trace) {
  public Suggestion {
    evidence = List.copyOf(evidence);
    trace = List.copyOf(trace);
  }

  /// The stretches that may be pointed at: those that few members write are their writers' alone.
  public List<Traced> shareable() {
    return trace.stream().filter(span -> span.members() >= Guard.MEMBERS).toList();
  }

  /// Id and size only: the text is for the member.
  @Override
  public String toString() {
    return "Suggestion[%s, %s, %s, %d characters]".formatted(id, kind, origin, text.length());
  }
}
