package dev.demur.archive.text;

import dev.demur.model.Moment;
import dev.demur.model.Moment.Precision;
import java.time.Instant;
import java.util.Optional;

/// Times written as numbers since 1970: seconds, milliseconds or microseconds, told by their size.
public final class Epoch {
  private static final long FIRST_MILLIS = 100_000_000_000L;
  private static final long FIRST_MICROS = 100_000_000_000_000L;
  private static final Instant EARLIEST = Instant.parse("2003-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MAX_DIGITS = 18;

  private Epoch() {}

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Reads a number; empty when it is zero, negative, no number, or names a year in which none of
  /// these platforms was there.
  public static Optional<Moment> parse(String raw) {
    String digits = raw.strip();
    boolean number = !digits.isEmpty() && digits.length() <= MAX_DIGITS && isDigits(digits);
    if (!number) {
      return Optional.empty();
    }
    long value = Long.parseLong(digits);
    boolean seconds = value < FIRST_MILLIS;
    Instant instant =
        seconds
            ? Instant.ofEpochSecond(value)
            : Instant.ofEpochMilli(value < FIRST_MICROS ? value : value / 1000);
    Precision precision = seconds ? Precision.SECOND : Precision.MILLISECOND;
    return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
        ? Optional.empty()
        : Optional.of(new Moment(instant, precision, Moment.Zone.UTC, digits));
  }
}
