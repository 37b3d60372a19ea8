package dev.demur.program;

import java.time.Instant;
import java.util.Optional;

/// Instants as nanoseconds since 1970, in a long.
///
/// The long reaches from 1677 to 2262. What lies outside is moved to the nearest end, which keeps
/// its order against every instant at which a decision can be asked for.
final class Ticks {
  /// Not known; before everything.
  static final long UNKNOWN = Long.MIN_VALUE;

  /// Has not happened.
  static final long NEVER = Long.MAX_VALUE;

  static final long DAY = 86_400_000_000_000L;

  private static final long FIRST = Long.MIN_VALUE + 1;
  private static final long LAST = Long.MAX_VALUE - 1;
  private static final long MAX_SECONDS = LAST / 1_000_000_000L - 1;

  private Ticks() {}

  static long of(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds > MAX_SECONDS) {
      return LAST;
    }
    return seconds < -MAX_SECONDS ? FIRST : seconds * 1_000_000_000L + instant.getNano();
  }

  static long orUnknown(Optional<Instant> instant) {
    return instant.map(Ticks::of).orElse(UNKNOWN);
  }

  static long orNever(Optional<Instant> instant) {
    return instant.map(Ticks::of).orElse(NEVER);
  }
}
