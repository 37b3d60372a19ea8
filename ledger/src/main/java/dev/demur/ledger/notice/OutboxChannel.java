package dev.demur.ledger.notice;

/// Tells members by a message file for each, which a mailer picks up.
///
/// A file is written before it is recorded. A campaign that is killed between the two and run again
/// writes the same file anew and records it then: never twice, never not at all.
final class OutboxChannel implements NoticeChannel {
  private static final int AT_A_TIME = 200;

  private final NoticeOutbox outbox;

  OutboxChannel(NoticeOutbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public int atATime() {
    return AT_A_TIME;
  }

  @Override
  public Delivery deliver(Letter letter) {
    outbox.write(letter);
    return new Delivered();
  }
}
