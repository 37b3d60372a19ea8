package dev.demur.program;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Reads ISO-8601 instants fast where they have the usual shape, `2025-11-03T09:00:00Z` with or
/// without a fraction, and otherwise as [java.time.OffsetDateTime] does.
final class IsoInstants {
  private static final int SECONDS_END = 19;
  private static final int MAX_LENGTH = 64;

  private IsoInstants() {}

  /// @throws DateTimeException if the characters are no instant with its zone
  static Instant parse(char[] text, int offset, int length) {
    if (length > MAX_LENGTH) {
      throw new DateTimeException("longer than any instant");
    }
    if (length > SECONDS_END && text[offset + length - 1] == 'Z' && hasUsualShape(text, offset)) {
      int fraction = length - SECONDS_END - 1;
      if (fraction == 0) {
        return usual(text, offset, 0);
      }
      if (fraction > 1 && fraction <= 10 && text[offset + SECONDS_END] == '.') {
        int nanos = digits(text, offset + SECONDS_END + 1, fraction - 1);
        for (int i = fraction - 1; i < 9; i++) {
          nanos *= 10;
        }
        return usual(text, offset, nanos);
      }
    }
    return OffsetDateTime.parse(new String(text, offset, length)).toInstant();
  }

  private static boolean hasUsualShape(char[] text, int offset) {
    return text[offset + 4] == '-'
        && text[offset + 7] == '-'
        && text[offset + 10] == 'T'
        && text[offset + 13] == ':'
        && text[offset + 16] == ':';
  }

  private static Instant usual(char[] text, int offset, int nanos) {
    LocalDate day = date(text, offset);
    int hour = digits(text, offset + 11, 2);
    int minute = digits(text, offset + 14, 2);
    int second = digits(text, offset + 17, 2);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("no such time of day");
    }
    long seconds = day.toEpochDay() * 86_400L + hour * 3600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds, nanos);
  }

  /// The day whose ten characters, `2025-11-03`, start at `offset`.
  static LocalDate date(char[] text, int offset) {
    if (text[offset + 4] != '-' || text[offset + 7] != '-') {
      throw new DateTimeException("no day");
    }
    return LocalDate.of(
        digits(text, offset, 4), digits(text, offset + 5, 2), digits(text, offset + 8, 2));
  }

  private static int digits(char[] text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("not a digit");
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
