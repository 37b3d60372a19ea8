package dev.demur.archive.linkedin;

import dev.demur.model.Moment;
import dev.demur.model.Moment.Precision;
import dev.demur.model.Moment.Zone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The commonest forms of times, read without a formatter because the large tables are full of
/// them.
///
/// Whatever is unusual about a time, be it its form or its value, is left to [Times].
final class CommonTimes {
  private static final String UTC = " UTC";
  private static final int SECOND_LENGTH = 19;
  private static final int MONTH_LENGTH = 8;
  private static final int DAY_LENGTH = 11;
  private static final int WEEKDAY_LENGTH = 28;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String WEEKDAYS = "MonTueWedThuFriSatSun";
  private static final int CENTURY = 2000;
  private static final int NONE = -1;

  private CommonTimes() {}

  /// Reads a time; empty when it is not of these forms.
  ///
  /// @param text without white space around it
  /// @param raw as the source has it
  static Optional<Moment> parse(String text, String raw) {
    try {
      if (isSecond(text)) {
        Zone zone = text.length() > SECOND_LENGTH ? Zone.UTC : Zone.ASSUMED_UTC;
        return moment(date(text, 0, 5, 8), text, 11, Precision.SECOND, zone, raw);
      }
      return switch (text.length()) {
        case MONTH_LENGTH -> month(text, raw);
        case DAY_LENGTH -> day(text, raw);
        case WEEKDAY_LENGTH -> weekday(text, raw);
        default -> halfDay(text, raw);
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Whether it is `2026-02-09 01:21:47` or `2026/02/09 01:21:47`, with or without ` UTC`.
  private static boolean isSecond(String text) {
    boolean length =
        text.length() == SECOND_LENGTH || text.length() == SECOND_LENGTH + UTC.length();
    return length
        && (text.charAt(4) == '-' || text.charAt(4) == '/')
        && text.charAt(7) == text.charAt(4)
        && text.charAt(10) == ' '
        && text.startsWith(UTC, SECOND_LENGTH) == text.length() > SECOND_LENGTH;
  }

  private static LocalDate date(String text, int year, int month, int day) {
    return LocalDate.of(
        number(text, year, year + 4), number(text, month, month + 2), number(text, day, day + 2));
  }

  /// `Feb 2026`.
  private static Optional<Moment> month(String text, String raw) {
    if (text.charAt(3) != ' ') {
      return Optional.empty();
    }
    return moment(
        LocalDate.of(number(text, 4, 8), named(MONTHS, text, 0), 1), Precision.MONTH, raw);
  }

  /// `09 Feb 2026`.
  private static Optional<Moment> day(String text, String raw) {
    if (text.charAt(2) != ' ' || text.charAt(6) != ' ') {
      return Optional.empty();
    }
    var date = LocalDate.of(number(text, 7, 11), named(MONTHS, text, 3), number(text, 0, 2));
    return moment(date, Precision.DAY, raw);
  }

  /// `Mon Feb 09 01:21:47 UTC 2026`.
  private static Optional<Moment> weekday(String text, String raw) {
    boolean form =
        text.charAt(3) == ' '
            && text.charAt(7) == ' '
            && text.charAt(10) == ' '
            && text.startsWith(UTC + " ", 19);
    if (!form) {
      return Optional.empty();
    }
    var date = LocalDate.of(number(text, 24, 28), named(MONTHS, text, 4), number(text, 8, 10));
    return date.getDayOfWeek().getValue() == named(WEEKDAYS, text, 0)
        ? moment(date, text, 11, Precision.SECOND, Zone.UTC, raw)
        : Optional.empty();
  }

  /// `2/9/26, 1:21 AM`.
  private static Optional<Moment> halfDay(String text, String raw) {
    int month = text.indexOf('/');
    int day = text.indexOf('/', month + 1);
    int year = text.indexOf(", ", day + 1);
    int hour = text.indexOf(':', year + 1);
    boolean form = month > 0 && day > 0 && year == day + 3 && hour > 0 && text.length() == hour + 6;
    if (!form || text.charAt(hour + 3) != ' ' || text.charAt(hour + 5) != 'M') {
      return Optional.empty();
    }
    int clock = number(text, year + 2, hour);
    boolean afternoon = text.charAt(hour + 4) == 'P';
    if (clock < 1 || clock > 12 || (!afternoon && text.charAt(hour + 4) != 'A')) {
      return Optional.empty();
    }
    var local =
        LocalDateTime.of(
            CENTURY + number(text, day + 1, year),
            number(text, 0, month),
            number(text, month + 1, day),
            clock % 12 + (afternoon ? 12 : 0),
            number(text, hour + 1, hour + 3));
    return Optional.of(
        new Moment(local.toInstant(ZoneOffset.UTC), Precision.MINUTE, Zone.ASSUMED_UTC, raw));
  }

  private static Optional<Moment> moment(LocalDate date, Precision precision, String raw) {
    var instant = date.atStartOfDay().toInstant(ZoneOffset.UTC);
    return Optional.of(new Moment(instant, precision, Zone.ASSUMED_UTC, raw));
  }

  /// On a day at `01:21:47`, which stands at a place.
  private static Optional<Moment> moment(
      LocalDate date, String text, int clock, Precision precision, Zone zone, String raw) {
    if (text.charAt(clock + 2) != ':' || text.charAt(clock + 5) != ':') {
      return Optional.empty();
    }
    var local =
        date.atTime(
            number(text, clock, clock + 2),
            number(text, clock + 3, clock + 5),
            number(text, clock + 6, clock + 8));
    return Optional.of(new Moment(local.toInstant(ZoneOffset.UTC), precision, zone, raw));
  }

  /// Which of these names of three letters stands at a place; 1 is the first.
  private static int named(String names, String text, int from) {
    for (int i = 0; i < names.length(); i += 3) {
      if (text.startsWith(names.substring(i, i + 3), from)) {
        return i / 3 + 1;
      }
    }
    throw new DateTimeException("no such name");
  }

  /// The number of one to four digits.
  ///
  /// @throws DateTimeException when there is anything else
  private static int number(String text, int from, int to) {
    int number = to > from && to - from <= 4 ? 0 : NONE;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 || number == NONE ? NONE : number * 10 + digit;
    }
    if (number == NONE) {
      throw new DateTimeException("no number");
    }
    return number;
  }
}
