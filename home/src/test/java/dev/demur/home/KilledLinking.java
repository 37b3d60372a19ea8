package dev.demur.home;

import dev.demur.ledger.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// A process of its own that removes whoever closed their account and dies once the removal is
/// certified: when the clock is asked for the n-th time after that.
///
/// The ledger asks for the time in each transaction, so that the first time is in the one that
/// links the first case.
final class KilledLinking {
  static final int KILLED = 137;
  private static final Instant NOW = Instant.parse("2025-12-05T10:00:00Z");

  private KilledLinking() {}

  /// @param arguments folder of the home, n
  public static void main(String[] arguments) {
    AtomicReference<Home> opened = new AtomicReference<>();
    int[] left = {Integer.parseInt(arguments[1])};
    InstantSource clock =
        () -> {
          Home home = opened.get();
          if (home != null && isCertified(home) && --left[0] == 0) {
            Runtime.getRuntime().halt(KILLED);
          }
          return NOW;
        };
    Path root = Path.of(arguments[0]);
    try (Home home = Home.open(root, clock, Optional.empty())) {
      opened.set(home);
      new Forgetting(home, () -> root, Progress.NONE).forget(Set.of(), true);
    }
  }

  private static boolean isCertified(Home home) {
    return home.ledger().operatorEntries(0).stream()
        .anyMatch(entry ->
            entry.event() instanceof Event.OperatorNoted noted
                && noted.kind().equals(Forgetting.CERTIFIED));
  }
}
