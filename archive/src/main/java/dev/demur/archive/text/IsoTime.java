package dev.demur.archive.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Instants as ISO 8601 writes them.
public final class IsoTime {
  private static final int SECOND_LENGTH = "2025-01-02T03:04:05Z".length();
  private static final int MILLI_LENGTH = "2025-01-02T03:04:05.678Z".length();
  private static final int NANOS_PER_MILLI = 1_000_000;

  private IsoTime() {}

  /// Reads an instant. Its two commonest forms are read without a formatter, because large archives
  /// are full of them.
  ///
  /// @throws DateTimeException when it is none
  public static Instant parse(String text) {
    boolean toSecond = text.length() == SECOND_LENGTH;
    boolean toMilli = text.length() == MILLI_LENGTH && text.charAt(SECOND_LENGTH - 1) == '.';
    if ((!toSecond && !toMilli) || !isCommon(text)) {
      return Instant.parse(text);
    }
    int nanos = toMilli ? number(text, SECOND_LENGTH, SECOND_LENGTH + 3) * NANOS_PER_MILLI : 0;
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos)
        .toInstant(ZoneOffset.UTC);
  }

  /// Whether digits and marks stand where they do in the commonest forms.
  private static boolean isCommon(String text) {
    String shape = "0000-00-00T00:00:00.000Z";
    for (int i = 0; i < text.length() - 1; i++) {
      char mark = shape.charAt(i);
      char c = text.charAt(i);
      if (mark == '0' ? c < '0' || c > '9' : c != mark) {
        return false;
      }
    }
    boolean midnightOrLeap = number(text, 11, 13) > 23 || number(text, 17, 19) > 59;
    return text.endsWith("Z") && !midnightOrLeap;
  }

  private static int number(String digits, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + digits.charAt(i) - '0';
    }
    return number;
  }
}
