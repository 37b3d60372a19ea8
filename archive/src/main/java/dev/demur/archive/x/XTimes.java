package dev.demur.archive.x;

import dev.demur.archive.text.IsoTime;
import dev.demur.model.Moment;
import dev.demur.model.Moment.Precision;
import dev.demur.model.Moment.Zone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The times in X's files, all of them UTC.
final class XTimes {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final List<DateTimeFormatter> OTHERS =
      List.of(
          format("uuuu-MM-dd HH:mm:ss Z"),
          format("uuuu-MM-dd HH:mm:ss"),
          format("EEE MMM dd HH:mm:ss Z uuuu"),
          format("uuuu.MM.dd"),
          format("uuuu-MM-dd"));

  private XTimes() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /// Reads a time; empty when it is in no known form.
  static Optional<Moment> parse(String raw) {
    String text = raw.strip();
    try {
      if (text.length() == 30 && text.startsWith(" +0000 ", 19)) {
        return Optional.of(post(text, raw));
      }
      if (text.endsWith("Z") && text.indexOf('T') > 0) {
        Precision precision = text.indexOf('.') > 0 ? Precision.MILLISECOND : Precision.SECOND;
        return Optional.of(new Moment(IsoTime.parse(text), precision, Zone.UTC, raw));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return OTHERS.stream().flatMap(format -> other(format, text, raw).stream()).findFirst();
  }

  /// `Wed Oct 10 20:19:24 +0000 2018`, read without a formatter because posts are full of it.
  private static Moment post(String text, String raw) {
    int month = MONTHS.indexOf(text.substring(4, 7));
    if (month < 0 || month % 3 != 0) {
      throw new DateTimeException("no month");
    }
    var local =
        LocalDateTime.of(
            number(text, 26, 30),
            month / 3 + 1,
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19));
    return new Moment(local.toInstant(ZoneOffset.UTC), Precision.SECOND, Zone.UTC, raw);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no digit");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static Optional<Moment> other(DateTimeFormatter format, String text, String raw) {
    try {
      TemporalAccessor parsed = format.parse(text);
      LocalTime time = parsed.query(TemporalQueries.localTime());
      LocalDate date = LocalDate.from(parsed);
      ZoneOffset offset = parsed.query(TemporalQueries.offset());
      LocalDateTime local = time == null ? date.atStartOfDay() : date.atTime(time);
      return Optional.of(
          new Moment(
              local.toInstant(offset == null ? ZoneOffset.UTC : offset),
              time == null ? Precision.DAY : Precision.SECOND,
              offset == null ? Zone.ASSUMED_UTC : Zone.UTC,
              raw));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
