package dev.demur.ledger.objection;

import static java.util.stream.Collectors.toSet;

import dev.demur.ledger.Event;
import dev.demur.ledger.Event.CaseStepTaken.Step;
import dev.demur.ledger.Recorded;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// One objection case as it stands.
///
/// @param reason what the person wrote; gone once the person is erased
/// @param decision the last one; empty while pending, and for a case granted before its person was
///   erased
/// @param steps all that was done, oldest first; the filing and the decisions among them
/// @param personErased whether only what gives effect to the objection is left
public record ObjectionCase(
    String id,
    MemberId person,
    Set<Control> covers,
    SortedSet<String> names,
    Optional<String> reason,
    Optional<String> program,
    State state,
    Instant filedAt,
    Optional<Instant> decidedAt,
    Optional<Event.ObjectionDecided> decision,
    CaseClock clock,
    List<Recorded> steps,
    boolean personErased) {
  public ObjectionCase {
    steps = List.copyOf(steps);
  }

  /// Whether an answer is still owed.
  public boolean open() {
    return state == State.PENDING;
  }

  /// The removals that carried it out, oldest first: positions of the log's entries that certify
  /// them.
  public List<Long> removals() {
    return taken(Step.EXECUTED).flatMap(taken -> taken.removal().stream()).toList();
  }

  /// A recipient of the person's data who must be told (GDPR Art. 19).
  ///
  /// @param acknowledged whether the recipient has answered
  public record Recipient(String name, boolean acknowledged) {}

  /// Who was told, in that order; each note of those steps names one recipient.
  public List<Recipient> recipients() {
    Set<String> acknowledged =
        taken(Step.RECIPIENT_ACKNOWLEDGED).map(Event.CaseStepTaken::note).collect(toSet());
    return Stream.concat(
            taken(Step.RECIPIENT_TOLD).map(Event.CaseStepTaken::note),
            taken(Step.RECIPIENT_ACKNOWLEDGED).map(Event.CaseStepTaken::note))
        .distinct()
        .map(name -> new Recipient(name, acknowledged.contains(name)))
        .toList();
  }

  private Stream<Event.CaseStepTaken> taken(Step step) {
    return steps.stream()
        .map(Recorded::event)
        .filter(Event.CaseStepTaken.class::isInstance)
        .map(Event.CaseStepTaken.class::cast)
        .filter(taken -> taken.step() == step);
  }

  /// Its id and state only: the rest is personal data.
  @Override
  public String toString() {
    return "ObjectionCase[" + id + ", " + state + "]";
  }
}
