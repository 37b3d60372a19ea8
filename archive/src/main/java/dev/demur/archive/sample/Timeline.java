package dev.demur.archive.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The day on which every archive of the sample network was asked for, and the ways an archive
/// writes dates.
final class Timeline {
  /// When the archives were made.
  static final Instant ARCHIVED = Instant.parse("2026-10-01T06:00:00Z");

  static final LocalDate DAY = ARCHIVED.atZone(ZoneOffset.UTC).toLocalDate();
  static final YearMonth MONTH = YearMonth.from(DAY);

  /// Before this there are no members.
  static final LocalDate FIRST = LocalDate.of(2008, 1, 1);

  private static final DateTimeFormatter SECONDS = format("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter SECONDS_UTC = format("uuuu-MM-dd HH:mm:ss 'UTC'");
  private static final DateTimeFormatter MINUTES_UTC = format("uuuu-MM-dd HH:mm 'UTC'");
  private static final DateTimeFormatter SLASHES_UTC = format("uuuu/MM/dd HH:mm:ss 'UTC'");
  private static final DateTimeFormatter SHORT = format("M/d/yy, h:mm a");
  private static final DateTimeFormatter SHORT_PADDED = format("MM/dd/yy, hh:mm a");
  private static final DateTimeFormatter DAY_MONTH = format("dd MMM uuuu");
  private static final DateTimeFormatter LONG = format("EEE MMM dd HH:mm:ss 'UTC' uuuu");
  private static final DateTimeFormatter MONTH_YEAR = format("MMM uuuu");
  private static final DateTimeFormatter MONTH_DAY = format("MMM d");
  private static final DateTimeFormatter MONTH_DAY_YEAR = format("MMM d, uuuu");
  private static final DateTimeFormatter SENTENCE = format("MMMM d, uuuu 'at' h:mm a '(GMT)'");
  private static final DateTimeFormatter EVENT = format("MMM d, uuuu h:mm a");

  private Timeline() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /// Shares, comments, reactions: `2026-02-09 01:21:47`.
  static String seconds(Instant instant) {
    return SECONDS.format(instant);
  }

  /// Messages: `2026-02-09 01:21:47 UTC`.
  static String secondsUtc(Instant instant) {
    return SECONDS_UTC.format(instant);
  }

  /// Learning: `2026-02-09 01:21 UTC`.
  static String minutesUtc(Instant instant) {
    return MINUTES_UTC.format(instant);
  }

  /// Endorsements, searches, ads: `2026/02/09 01:21:47 UTC`.
  static String slashes(Instant instant) {
    return SLASHES_UTC.format(instant);
  }

  /// Invitations, jobs, registration, e-mail addresses: `2/9/26, 1:21 AM`.
  static String brief(Instant instant) {
    return SHORT.format(instant);
  }

  /// Recommendations: `02/09/26, 01:21 AM`.
  static String briefPadded(Instant instant) {
    return SHORT_PADDED.format(instant);
  }

  /// Connections: `09 Feb 2026`.
  static String day(LocalDate day) {
    return DAY_MONTH.format(day);
  }

  /// Logins, company follows: `Mon Feb 09 01:21:47 UTC 2026`.
  static String weekday(Instant instant) {
    return LONG.format(instant);
  }

  /// Positions, certificates: `Feb 2026`.
  static String month(YearMonth month) {
    return MONTH_YEAR.format(month);
  }

  /// Birth dates: `Feb 9`.
  static String monthDay(LocalDate day) {
    return MONTH_DAY.format(day);
  }

  /// Birth dates and publications: `Feb 9, 2026`.
  static String monthDayYear(LocalDate day) {
    return MONTH_DAY_YEAR.format(day);
  }

  /// Rich media: `February 9, 2026 at 1:21 AM (GMT)`.
  static String sentence(Instant instant) {
    return SENTENCE.format(instant);
  }

  /// Events: `Feb 9, 2026 1:21 AM`.
  static String event(Instant instant) {
    return EVENT.format(instant);
  }

  /// A second of the working day on some day from `first` to `last`, both included.
  static Instant moment(Draw draw, LocalDate first, LocalDate last) {
    long day = draw.between(first.toEpochDay(), Math.max(first.toEpochDay(), last.toEpochDay()));
    return Instant.ofEpochSecond(day * 86_400 + draw.between(6 * 3_600, 21 * 3_600));
  }

  /// The earlier of an instant and the hour before the archives were made.
  static Instant atMost(Instant instant) {
    Instant last = ARCHIVED.minusSeconds(3_600);
    return instant.isAfter(last) ? last : instant;
  }

  static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
