package dev.demur.archive.platform;

import dev.demur.model.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/// Reads times in one format.
final class Times {
  /// ISO 8601: an instant with its zone, a day, a month or a year.
  static final Times ISO = new Times(Optional.empty(), Optional.empty());

  private static final int DAY = "2025-11-20".length();
  private static final int LEAST_WITH_TIME = "2025-11-20T10:00".length();
  private static final String EXPECTED =
      "an instant with its zone (2025-11-20T10:00:00Z), a day (2025-11-20), a month or a year";

  private final Optional<DateTimeFormatter> format;
  private final Optional<ZoneId> zone;

  /// @param zone of times that have none of their own
  Times(Optional<String> pattern, Optional<ZoneId> zone) {
    this.format = pattern.map(p -> DateTimeFormatter.ofPattern(p, Locale.ENGLISH));
    this.zone = zone;
  }

  Moment read(String where, String raw) throws RowFault {
    try {
      return format.isPresent() ? formatted(raw, format.get()) : iso(raw);
    } catch (DateTimeException e) {
      throw new RowFault(
          where,
          "no time of the expected form",
          format.isPresent() ? "the format of the mapping" : EXPECTED);
    }
  }

  private Moment iso(String raw) {
    return switch (raw.length()) {
      case 4 -> day(Year.parse(raw).atDay(1), Moment.Precision.YEAR, raw);
      case 7 -> day(YearMonth.parse(raw).atDay(1), Moment.Precision.MONTH, raw);
      case 10 -> day(LocalDate.parse(raw), Moment.Precision.DAY, raw);
      default -> dateAndTime(raw);
    };
  }

  private Moment dateAndTime(String raw) {
    if (raw.length() < LEAST_WITH_TIME) {
      throw new DateTimeException("neither a day nor a time");
    }
    String text = raw.substring(0, DAY) + "T" + raw.substring(DAY + 1);
    boolean zoned =
        text.endsWith("Z") || text.lastIndexOf('+') > DAY || text.lastIndexOf('-') > DAY;
    if (zoned) {
      return instant(OffsetDateTime.parse(text).toInstant(), Moment.Zone.UTC, raw);
    }
    ZoneId used = zone.orElseThrow(() -> new DateTimeException("has no zone"));
    return instant(LocalDateTime.parse(text).atZone(used).toInstant(), Moment.Zone.UTC, raw);
  }

  private Moment formatted(String raw, DateTimeFormatter formatter) {
    TemporalAccessor parsed = formatter.parse(raw.strip());
    LocalDate date = parsed.query(TemporalQueries.localDate());
    if (date == null) {
      date =
          parsed.isSupported(ChronoField.MONTH_OF_YEAR)
              ? YearMonth.from(parsed).atDay(1)
              : Year.from(parsed).atDay(1);
      boolean month = parsed.isSupported(ChronoField.MONTH_OF_YEAR);
      return day(date, month ? Moment.Precision.MONTH : Moment.Precision.YEAR, raw);
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    if (time == null) {
      return day(date, Moment.Precision.DAY, raw);
    }
    ZoneId own = parsed.query(TemporalQueries.zone());
    ZoneId used = own != null ? own : zone.orElse(ZoneOffset.UTC);
    Moment.Zone from = own != null || zone.isPresent() ? Moment.Zone.UTC : Moment.Zone.ASSUMED_UTC;
    return instant(LocalDateTime.of(date, time).atZone(used).toInstant(), from, raw);
  }

  private static Moment day(LocalDate day, Moment.Precision precision, String raw) {
    return new Moment(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(), precision, Moment.Zone.ASSUMED_UTC, raw);
  }

  private static Moment instant(Instant instant, Moment.Zone zone, String raw) {
    Instant kept = instant.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    boolean whole = kept.equals(instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    return new Moment(
        kept, whole ? Moment.Precision.SECOND : Moment.Precision.MILLISECOND, zone, raw);
  }
}
