package dev.demur.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test moves.
final class Ticking implements InstantSource {
  private Instant now = Instant.parse("2025-11-20T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration by) {
    now = now.plus(by);
  }
}
