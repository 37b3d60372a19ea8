package dev.demur.ledger.objection;

import dev.demur.ledger.Event;
import dev.demur.ledger.Recorded;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

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

  /// Its id and state only: the rest is personal data.
  @Override
  public String toString() {
    return "ObjectionCase[" + id + ", " + state + "]";
  }
}
