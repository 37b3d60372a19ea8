package dev.demur.ledger;

import dev.demur.model.Control;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// One objection with its state at a position, and who filed it: a member, a former one, or
/// anybody.
///
/// @param person under whose id it was filed
/// @param names by which others write of the person
/// @param filedPosition the entry that filed it
/// @param decidedAt empty while pending
/// @param kept whether the person has been erased since, and only this remains
public record Objector(
    String caseId,
    MemberId person,
    Set<Control> covers,
    SortedSet<String> names,
    State state,
    Instant filedAt,
    long filedPosition,
    Optional<Instant> decidedAt,
    Optional<Long> decidedPosition,
    boolean kept) {
  public Objector {
    covers = Collections.unmodifiableSortedSet(new TreeSet<>(covers));
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /// Whether it restricts anything: pending or granted.
  public boolean stands() {
    return switch (state) {
      case PENDING, GRANTED -> true;
      case REFUSED, WITHDRAWN -> false;
    };
  }

  /// Its case only: names are personal data.
  @Override
  public String toString() {
    return "Objector[" + caseId + ", " + state + "]";
  }
}
