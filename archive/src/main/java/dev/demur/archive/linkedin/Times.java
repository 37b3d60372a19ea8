package dev.demur.archive.linkedin;

import dev.demur.model.Moment;
import dev.demur.model.Moment.Precision;
import dev.demur.model.Moment.Zone;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The times in LinkedIn's tables, each as exact as it is written.
///
/// Always English, never the default locale; a no-break space before `PM` is a space. A time
/// without a zone is taken for UTC, and says so.
final class Times {
  private static final Pattern UPLOADED =
      Pattern.compile(
          "\\bon (\\p{L}+ \\d{1,2}, \\d{4} at \\d{1,2}:\\d{2} \\p{L}{2} \\(GMT\\))\\s*$");
  private static final Pattern OLD_HALF_DAY = Pattern.compile("(?i)(.*\\d{2}:\\d{2}) [AP]M");

  private static final int MAX_TRANSLATED = 40;
  private static final Pattern MONTH_NAME = Pattern.compile("(\\p{L}{3,10})\\.?");

  /// English, then what German, French, Spanish, Italian, Dutch and Portuguese say.
  private static final List<String> MONTHS =
      List.of(
          "Jan jan january januar janv janvier ene enero gen gennaio januari janeiro jän",
          "Feb feb february februar févr fév février febrero febbraio februari fev fevereiro",
          "Mar mar march mär märz mars marzo mrt maart março",
          "Apr apr april avr avril abr abril aprile",
          "May may mai mayo mag maggio mei maio",
          "Jun jun june juni juin junio giu giugno junho",
          "Jul jul july juli juil juillet julio lug luglio julho",
          "Aug aug august août ago agosto augustus",
          "Sep sep sept september septembre septiembre set settembre setembro",
          "Oct oct october okt oktober octobre octubre ott ottobre out outubro",
          "Nov nov november novembre noviembre novembro",
          "Dec dec december dez dezember déc décembre dic diciembre dicembre dezembro");

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("M/d/yy, h:mm a", Precision.MINUTE),
          new Shape("dd MMM uuuu", Precision.DAY),
          new Shape("MMM uuuu", Precision.MONTH),
          new Shape("EEE MMM dd HH:mm:ss 'UTC' uuuu", Precision.SECOND),
          new Shape("uuuu-MM-dd HH:mm[ 'UTC']", Precision.MINUTE),
          new Shape("MMM d, uuuu", Precision.DAY),
          new Shape("MMM d, uuuu h:mm a", Precision.MINUTE),
          new Shape("MMMM d, uuuu 'at' h:mm a '(GMT)'", Precision.MINUTE),
          new Shape("uuuu-MM-dd", Precision.DAY),
          new Shape("uuuu/MM/dd", Precision.DAY),
          new Shape("M/d/uuuu, h:mm a", Precision.MINUTE),
          new Shape("M/d/yy, H:mm", Precision.MINUTE),
          new Shape("d MMM uuuu", Precision.DAY),
          new Shape("d-MMM-yy", Precision.DAY),
          new Shape("d-MMM-uuuu", Precision.DAY),
          new Shape("MMMM uuuu", Precision.MONTH),
          new Shape("MMMM d, uuuu", Precision.DAY),
          new Shape("uuuu-MM-dd'T'HH:mm:ss'Z'", Precision.SECOND),
          new Shape("uuuu-MM", Precision.MONTH));

  private Times() {}

  private record Shape(DateTimeFormatter format, Precision precision) {
    Shape(String pattern, Precision precision) {
      this(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              .toFormatter(Locale.ENGLISH),
          precision);
    }
  }

  /// Reads a time; empty when it is in no known form, or names no year (`Mar 4`).
  static Optional<Moment> parse(String raw) {
    String text = raw.replace('\u202F', ' ').replace('\u00A0', ' ').strip();
    if (text.length() == 4 && number(text, 0, 4) >= 0) {
      return Optional.of(year(number(text, 0, 4), raw));
    }
    Optional<Moment> common = CommonTimes.parse(text, raw);
    if (common.isPresent()) {
      return common;
    }
    for (Shape shape : SHAPES) {
      Optional<Moment> moment = parse(shape, text, raw);
      if (moment.isPresent()) {
        return moment;
      }
    }
    Matcher old = OLD_HALF_DAY.matcher(text);
    if (old.matches()) {
      return parse(old.group(1)).map(m -> withRaw(m, raw));
    }
    String english = english(text);
    return english.equals(text) ? Optional.empty() : parse(english).map(m -> withRaw(m, raw));
  }

  /// The text with the names of months in English: `08 Févr. 2023` is `08 Feb 2023`.
  private static String english(String text) {
    if (text.length() > MAX_TRANSLATED) {
      return text;
    }
    return MONTH_NAME
        .matcher(text)
        .replaceAll(word -> {
          String name = word.group(1).toLowerCase(Locale.ROOT);
          for (String month : MONTHS) {
            if ((month + " ").contains(" " + name + " ")) {
              return month.substring(0, 3);
            }
          }
          return Matcher.quoteReplacement(word.group());
        });
  }

  /// The time at the end of `You uploaded a feed photo on April 12, 2026 at 8:03 AM (GMT)`.
  static Optional<Moment> atEndOf(String sentence) {
    Matcher matcher = UPLOADED.matcher(sentence.replace('\u202F', ' ').replace('\u00A0', ' '));
    return matcher.find() ? parse(matcher.group(1)) : Optional.empty();
  }

  /// The number of these digits; minus one, which no field but the year takes, when one is no
  /// digit.
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static Moment withRaw(Moment moment, String raw) {
    return new Moment(moment.instant(), moment.precision(), moment.zone(), raw);
  }

  private static Moment year(int year, String raw) {
    var start = LocalDate.of(year, 1, 1).atStartOfDay();
    return new Moment(start.toInstant(ZoneOffset.UTC), Precision.YEAR, Zone.ASSUMED_UTC, raw);
  }

  private static Optional<Moment> parse(Shape shape, String text, String raw) {
    var position = new ParsePosition(0);
    boolean fits = shape.format().parseUnresolved(text, position) != null;
    if (!fits || position.getErrorIndex() >= 0 || position.getIndex() != text.length()) {
      return Optional.empty();
    }
    try {
      TemporalAccessor parsed = shape.format().parse(text);
      boolean hasZone = text.endsWith("UTC") || text.contains(" UTC ") || text.contains("(GMT)");
      Zone zone = hasZone || text.endsWith("Z") ? Zone.UTC : Zone.ASSUMED_UTC;
      var instant = start(parsed, shape.precision()).toInstant(ZoneOffset.UTC);
      return Optional.of(new Moment(instant, shape.precision(), zone, raw));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime start(TemporalAccessor parsed, Precision precision) {
    if (precision == Precision.MONTH) {
      return YearMonth.from(parsed).atDay(1).atStartOfDay();
    }
    LocalDate date = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return time == null ? date.atStartOfDay() : date.atTime(time);
  }
}
