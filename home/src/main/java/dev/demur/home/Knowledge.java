package dev.demur.home;

import dev.demur.ledger.LedgerView;
import java.time.Instant;
import java.util.Optional;

/// What a home knew when a decision was, or could have been, made.
final class Knowledge {
  private Knowledge() {}

  /// What was known at an instant, so that what was answered then is answered again.
  ///
  /// Before its first entry a home knew nothing and answered nothing. For such an instant, and for
  /// one to come, what is known now counts: who had been told of what by then, as learnt since.
  static LedgerView at(Home home, Optional<Instant> asOf) {
    LedgerView now = home.ledger().view();
    if (asOf.isEmpty()) {
      return now;
    }
    LedgerView then = home.ledger().knownAt(asOf.get());
    return then.position() == 0 ? now : then;
  }
}
