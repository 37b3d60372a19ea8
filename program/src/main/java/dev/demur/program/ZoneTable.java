package dev.demur.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/// The local day of any instant in one zone, without allocation.
final class ZoneTable {
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
    return LocalDate.ofEpochDay(day).minusYears(years).toEpochDay();
  }
}
