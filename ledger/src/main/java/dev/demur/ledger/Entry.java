package dev.demur.ledger;

import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.Optional;

/// One event to be appended.
///
/// @param happenedAt when it happened, which may be long before it is learnt
/// @param idempotencyKey a second append with the same key for the same member writes nothing and
///   gives the receipt of the first; unknown to everybody but this member's entries
public record Entry(
    MemberId member, Event.OfMember event, Instant happenedAt, Optional<String> idempotencyKey) {

  public static Entry of(MemberId member, Event.OfMember event, Instant happenedAt) {
    return new Entry(member, event, happenedAt, Optional.empty());
  }

  /// The same, written at most once for each key.
  public Entry withKey(String key) {
    return new Entry(member, event, happenedAt, Optional.of(key));
  }

  /// The same, written at most once for each distinct event and instant: for imports that run
  /// again.
  public Entry once() {
    return withKey("once " + happenedAt + " " + EventJson.write(event));
  }
}
