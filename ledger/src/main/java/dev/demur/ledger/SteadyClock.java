package dev.demur.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that is never behind what the ledger has learnt, by whatever process and clock.
///
/// A machine's clock may be set back, and of two machines one is always ahead. A choice that counts
/// from an instant in the future would not hold for the next decision, and a "no" that happened
/// "before" an earlier "yes" would not hold at all. Thread-safe.
final class SteadyClock implements InstantSource {
  private final InstantSource clock;
  private final AtomicReference<Instant> learnt = new AtomicReference<>(Instant.MIN);

  SteadyClock(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    Instant now = clock.instant();
    Instant last = learnt.get();
    return now.isBefore(last) ? last : now;
  }

  /// Takes note of when an entry was learnt.
  void saw(Instant learntAt) {
    learnt.accumulateAndGet(learntAt, (a, b) -> a.isBefore(b) ? b : a);
  }

  /// How far the machine's clock is behind what the ledger has learnt; zero when it is not.
  Duration behind() {
    Duration behind = Duration.between(clock.instant(), instant());
    return behind.isNegative() ? Duration.ZERO : behind;
  }
}
