package dev.demur.assist.profile;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads months as archives write them: `Sep 2021`, `September 2021`, `2021-09`, `2021`.
final class Months {
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          format("MMM uuuu"),
          format("MMMM uuuu"),
          format("uuuu-MM[-dd]"),
          format("M/uuuu"),
          format("MMM d, uuuu"),
          format("uuuu"));

  private Months() {}

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
        .toFormatter(Locale.ENGLISH);
  }

  static Optional<YearMonth> parse(String text) {
    return FORMATS.stream().flatMap(format -> parse(text, format).stream()).findFirst();
  }

  private static Optional<YearMonth> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(YearMonth.from(format.parse(text.strip())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
