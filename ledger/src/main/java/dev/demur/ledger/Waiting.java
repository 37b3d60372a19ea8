package dev.demur.ledger;

import java.time.Duration;

/// Pauses between attempts.
final class Waiting {
  private Waiting() {}

  static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted while waiting for the database", e);
    }
  }
}
