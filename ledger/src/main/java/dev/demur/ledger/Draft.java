package dev.demur.ledger;

import dev.demur.ledger.log.CanonicalJson;
import dev.demur.model.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// One event on its way into the ledger, checked so far that writing it cannot fail on its content.
///
/// @param owner whose entries it joins; empty for the operator's own
/// @param member who is shown in the statement
/// @param happenedAt empty means when it is learnt
/// @param membersOnly whether it is refused when its owner is not a member yet
record Draft(
    Optional<Owner> owner,
    Optional<MemberId> member,
    Event event,
    Optional<Instant> happenedAt,
    Optional<String> idempotencyKey,
    boolean membersOnly) {
  private static final int MAX_EVENT_BYTES = 64 * 1024;

  /// The owner of entries: a member, or an objection that outlives one.
  record Owner(Subject.Kind kind, String id) {}

  Draft {
    String json = CanonicalJson.write(EventJson.write(event));
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_EVENT_BYTES) {
      throw new IllegalArgumentException(
          "an event has at most %d bytes of JSON, got %d".formatted(MAX_EVENT_BYTES, bytes));
    }
    member.ifPresent(id -> CanonicalJson.write(CanonicalJson.object().put("member", id.value())));
  }

  static Draft of(Entry entry) {
    return new Draft(
        Optional.of(new Owner(Subject.Kind.MEMBER, entry.member().value())),
        Optional.of(entry.member()),
        entry.event(),
        Optional.of(entry.happenedAt()),
        entry.idempotencyKey(),
        false);
  }

  /// Something that happens when it is learnt.
  static Draft now(MemberId member, Event.OfMember event, Optional<String> idempotencyKey) {
    return new Draft(
        Optional.of(new Owner(Subject.Kind.MEMBER, member.value())),
        Optional.of(member),
        event,
        Optional.empty(),
        idempotencyKey,
        false);
  }

  /// The same draft, refused when its owner is not a member.
  Draft ofMember() {
    return new Draft(owner, member, event, happenedAt, idempotencyKey, true);
  }

  static Draft ofOperator(Event.OfOperator event, Optional<String> key) {
    return new Draft(Optional.empty(), Optional.empty(), event, Optional.empty(), key, false);
  }

  static Draft ofKeptObjection(
      String caseId,
      MemberId person,
      Event.OfMember event,
      Optional<Instant> happenedAt,
      Optional<String> key) {
    Owner owner = new Owner(Subject.Kind.OBJECTION, caseId);
    return new Draft(Optional.of(owner), Optional.of(person), event, happenedAt, key, false);
  }
}
