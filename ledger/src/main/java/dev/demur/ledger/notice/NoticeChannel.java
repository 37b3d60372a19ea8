package dev.demur.ledger.notice;

import dev.demur.model.MemberId;

/// A way to tell members.
public interface NoticeChannel {
  /// As the ledger names it, e.g. `smtp`.
  String name();

  /// How many deliveries may lie between two entries in the ledger.
  int atATime();

  /// Tells one member.
  ///
  /// @throws NoticeChannelDown when nobody can be told now; the campaign stops and can go on later
  Delivery deliver(Letter letter);

  /// One notice to one member.
  ///
  /// @param program by name
  /// @param version of the notice
  record Letter(String program, String version, MemberId member, NoticeMessage message) {}

  /// What came of it.
  sealed interface Delivery {}

  /// The member has it, as far as the channel can know.
  record Delivered() implements Delivery {}

  /// The member's side refused it.
  record Bounced(String reason) implements Delivery {}

  /// Nothing was sent: nobody knows where to.
  record NoAddress() implements Delivery {}

  /// An earlier run was killed while it was being sent; it may have arrived, so it is not sent
  /// again.
  record Uncertain() implements Delivery {}
}
