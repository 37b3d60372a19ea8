package dev.demur.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneTableTest {
  @Test
  void theBirthdayOfEveryDayOfFiveCenturiesIsThatOfTheCalendar() {
    long first = LocalDate.of(1700, 1, 1).toEpochDay();
    long last = LocalDate.of(2260, 1, 1).toEpochDay();
    for (long day = first; day < last; day++) {
      for (int years : new int[] {1, 4, 13, 18, 100, 120}) {
        if (ZoneTable.bornBy(day, years)
            != LocalDate.ofEpochDay(day).minusYears(years).toEpochDay()) {
          assertThat(LocalDate.ofEpochDay(ZoneTable.bornBy(day, years)))
              .as("%s less %d years", LocalDate.ofEpochDay(day), years)
              .isEqualTo(LocalDate.ofEpochDay(day).minusYears(years));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "+05:30",
        "Europe/Brussels",
        "America/Los_Angeles",
        "Asia/Hong_Kong",
        "Pacific/Apia",
        "Africa/Monrovia"
      })
  void theDayOfAnInstantIsThatOfTheZone(String id) {
    ZoneId zone = ZoneId.of(id);
    var table = new ZoneTable(zone);
    var random = new SplittableRandom(5);
    long from = Instant.parse("1800-01-01T00:00:00Z").getEpochSecond();
    long until = Instant.parse("2261-01-01T00:00:00Z").getEpochSecond();
    for (int i = 0; i < 200_000; i++) {
      Instant at =
          Instant.ofEpochSecond(random.nextLong(from, until), random.nextInt(1_000_000_000));
      long expected = LocalDate.ofInstant(at, zone).toEpochDay();
      if (table.day(Ticks.of(at)) != expected) {
        assertThat(table.day(Ticks.of(at))).as("%s in %s", at, id).isEqualTo(expected);
      }
    }
  }

  /// Samoa went from 29 to 31 December 2011 at one instant; others crossed midnight as well.
  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Apia", "Asia/Manila", "Europe/Brussels"})
  void theDayOfATransitionIsTheOneAfterIt(String id) {
    ZoneId zone = ZoneId.of(id);
    var table = new ZoneTable(zone);
    Instant at = Instant.parse("1800-01-01T00:00:00Z");
    for (var next = zone.getRules().nextTransition(at);
        next != null && next.getInstant().isBefore(Instant.parse("2100-01-01T00:00:00Z"));
        next = zone.getRules().nextTransition(next.getInstant())) {
      for (Instant each : new Instant[] {next.getInstant().minusNanos(1), next.getInstant()}) {
        assertThat(table.day(Ticks.of(each)))
            .as("%s in %s", each, id)
            .isEqualTo(LocalDate.ofInstant(each, zone).toEpochDay());
      }
    }
  }
}
