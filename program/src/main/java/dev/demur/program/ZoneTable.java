package dev.demur.program;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/// The local day of any instant in one zone, without allocation.
final class ZoneTable {
  private static final long DAYS_PER_ERA = 146_097;

  /// Days from 1 March of the year 0 to 1970.
  private static final long DAYS_TO_1970 = 719_468;

  /// The place of 29 February in a year that begins in March.
  private static final long LEAP_DAY = 365;

  private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

  /// Where each offset begins, in ticks, after the first.
  private final long[] transitions;

  /// `offsets[i]` holds before `transitions[i]`; in ticks.
  private final long[] offsets;

  ZoneTable(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    long[] starts = new long[16];
    long[] values = new long[17];
    int count = 0;
    Instant before = Instant.parse("1678-01-01T00:00:00Z");
    values[0] = rules.getOffset(before).getTotalSeconds() * 1_000_000_000L;
    ZoneOffsetTransition next = rules.nextTransition(before);
    while (next != null && next.getInstant().isBefore(LAST)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        values = Arrays.copyOf(values, 2 * count + 1);
      }
      starts[count++] = Ticks.of(next.getInstant());
      values[count] = next.getOffsetAfter().getTotalSeconds() * 1_000_000_000L;
      next = rules.nextTransition(next.getInstant());
    }
    transitions = Arrays.copyOf(starts, count);
    offsets = Arrays.copyOf(values, count + 1);
  }

  /// Days since 1970 on the local calendar.
  long day(long ticks) {
    if (transitions.length == 0) {
      return Math.floorDiv(ticks + offsets[0], Ticks.DAY);
    }
    int found = Arrays.binarySearch(transitions, ticks);
    return Math.floorDiv(ticks + offsets[found < 0 ? -found - 1 : found + 1], Ticks.DAY);
  }

  /// The last birth date, as days since 1970, of those who are at least `years` old on a day.
  ///
  /// Who was born on 29 February has the birthday on 1 March in other years.
  static long bornBy(long day, int years) {
    // The calendar of days from civil years that begin in March, which needs no object.
    long shifted = day + DAYS_TO_1970;
    long era = Math.floorDiv(shifted, DAYS_PER_ERA);
    long dayOfEra = shifted - era * DAYS_PER_ERA;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - firstDay(yearOfEra);
    long year = era * 400 + yearOfEra - years;
    long startOfYear =
        Math.floorDiv(year, 400) * DAYS_PER_ERA + firstDay(Math.floorMod(year, 400)) - DAYS_TO_1970;
    boolean isLeapDay = dayOfYear == LEAP_DAY;
    return startOfYear + (isLeapDay && !endsWithLeapDay(year) ? LEAP_DAY - 1 : dayOfYear);
  }

  private static long firstDay(long yearOfEra) {
    return 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100;
  }

  /// Whether a year from March to February ends on 29 February.
  private static boolean endsWithLeapDay(long year) {
    long next = year + 1;
    return Math.floorMod(next, 4) == 0
        && (Math.floorMod(next, 100) != 0 || Math.floorMod(next, 400) == 0);
  }
}
