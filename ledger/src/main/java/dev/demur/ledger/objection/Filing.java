package dev.demur.ledger.objection;

import dev.demur.model.Control;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// An objection as somebody hands it in. No reason is needed.
///
/// @param person a member, or anybody: of a visitor who is known by name only, [MemberId#ofName]
/// @param names names and handles by which others write of the person
/// @param program the program under which it was filed, by name
/// @param at when it reached the controller; the clock starts here
/// @param idempotencyKey a second filing with the same key is the same case
public record Filing(
    MemberId person,
    Set<Control> covers,
    Optional<String> reason,
    SortedSet<String> names,
    Optional<String> program,
    Instant at,
    Optional<String> idempotencyKey) {
  public Filing {
    covers = Set.copyOf(covers);
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /// Without a reason, names, program or key.
  public static Filing of(MemberId person, Set<Control> covers, Instant at) {
    return new Filing(
        person, covers, Optional.empty(), new TreeSet<>(), Optional.empty(), at, Optional.empty());
  }

  public Filing withNames(Set<String> othersWrite) {
    return new Filing(
        person, covers, reason, new TreeSet<>(othersWrite), program, at, idempotencyKey);
  }

  public Filing withReason(String why) {
    return new Filing(person, covers, Optional.of(why), names, program, at, idempotencyKey);
  }

  public Filing withProgram(String name) {
    return new Filing(person, covers, reason, names, Optional.of(name), at, idempotencyKey);
  }

  public Filing withKey(String key) {
    return new Filing(person, covers, reason, names, program, at, Optional.of(key));
  }

  /// The covers only: the rest is personal data.
  @Override
  public String toString() {
    return "Filing[" + covers + "]";
  }
}
