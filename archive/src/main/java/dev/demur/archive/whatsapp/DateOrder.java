package dev.demur.archive.whatsapp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Finds out whether a file writes the day or the month first, from all of its dates.
/*
 * A part above twelve decides; else the order in which dates never run backwards; else the one whose
 * dates lie closer together; else dots, which nobody writes behind a month in front. A file that allows
 * both, such as one of a single day with slashes, is left undecided.
 */
final class DateOrder {
  private final Track dayFirst = new Track(true);
  private final Track monthFirst = new Track(false);
  private boolean yearFirst;
  private boolean dotted;

  /// One of the two readings: whether it is possible, runs backwards, and how far it jumps.
  private static final class Track {
    private final boolean dayFirst;
    private boolean possible = true;
    private long backwards;
    private long jumps;
    private Optional<LocalDate> last = Optional.empty();

    Track(boolean dayFirst) {
      this.dayFirst = dayFirst;
    }

    void see(int first, int second, int year) {
      Optional<LocalDate> date = date(year, dayFirst ? second : first, dayFirst ? first : second);
      if (date.isEmpty()) {
        possible = false;
        return;
      }
      if (last.isPresent()) {
        long days = date.get().toEpochDay() - last.get().toEpochDay();
        backwards += days < 0 ? 1 : 0;
        jumps += Math.abs(days);
      }
      last = date;
    }
  }

  void see(Header header) {
    List<Integer> parts = header.parts();
    if (header.shape().yearFirst()) {
      yearFirst = true;
    } else {
      dotted |= header.shape().separator() == '.';
      dayFirst.see(parts.get(0), parts.get(1), year(parts.get(2)));
      monthFirst.see(parts.get(0), parts.get(1), year(parts.get(2)));
    }
  }

  /// The date of a header; empty when the order is undecided or there is no such day.
  Optional<LocalDate> dateOf(Header header) {
    List<Integer> parts = header.parts();
    if (header.shape().yearFirst()) {
      return date(parts.get(0), parts.get(1), parts.get(2));
    }
    Optional<Boolean> days = daysComeFirst();
    if (days.isEmpty()) {
      return parts.get(0).equals(parts.get(1))
          ? date(year(parts.get(2)), parts.get(0), parts.get(1))
          : Optional.empty();
    }
    int day = days.get() ? parts.get(0) : parts.get(1);
    int month = days.get() ? parts.get(1) : parts.get(0);
    return date(year(parts.get(2)), month, day);
  }

  boolean isUndecided() {
    return !yearFirst && daysComeFirst().isEmpty();
  }

  private Optional<Boolean> daysComeFirst() {
    if (dayFirst.possible != monthFirst.possible) {
      return Optional.of(dayFirst.possible);
    }
    if (!dayFirst.possible) {
      return Optional.empty();
    }
    if ((dayFirst.backwards == 0) != (monthFirst.backwards == 0)) {
      return Optional.of(dayFirst.backwards == 0);
    }
    if (dayFirst.jumps != monthFirst.jumps) {
      return Optional.of(dayFirst.jumps < monthFirst.jumps);
    }
    return dotted ? Optional.of(true) : Optional.empty();
  }

  private static int year(int written) {
    return written < 100 ? 2000 + written : written;
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return year < 2009 || year > 2100
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
