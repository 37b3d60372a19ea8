package dev.demur.ledger.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseClockTest {
  @ParameterizedTest(name = "{0}: received {1}, due on {2}, too late at {3}, extended to {4}")
  @CsvSource({
    "DE, 2025-11-20T10:00:00Z, 2025-12-20, 2025-12-20T23:00:00Z, 2026-02-20",
    "DE, 2025-01-31T10:00:00Z, 2025-02-28, 2025-02-28T23:00:00Z, 2025-04-30",
    "DE, 2024-01-31T10:00:00Z, 2024-02-29, 2024-02-29T23:00:00Z, 2024-04-30",
    // Already the next day in Berlin; the deadline lies in summer time.
    "DE, 2025-03-01T23:30:00Z, 2025-04-02, 2025-04-02T22:00:00Z, 2025-06-02",
    "FI, 2025-11-20T22:30:00Z, 2025-12-21, 2025-12-21T22:00:00Z, 2026-02-21",
    "GB, 2025-11-20T10:00:00Z, 2025-12-20, 2025-12-21T00:00:00Z, 2026-02-20",
    "CH, 2025-11-20T10:00:00Z, 2025-12-20, 2025-12-20T23:00:00Z, 2026-02-20",
    "CH, 2025-01-31T10:00:00Z, 2025-03-02, 2025-03-02T23:00:00Z, 2025-04-30",
    "US, 2025-11-20T10:00:00Z, 2025-12-20, 2025-12-21T00:00:00Z, 2026-02-20"
  })
  void monthsAreCountedByTheCalendarOfThePlace(
      String country, Instant received, LocalDate due, Instant tooLate, LocalDate extended) {
    CaseClock clock = CaseClock.start(Residence.of(Optional.of(country)), received);

    assertThat(clock.dueOn()).isEqualTo(due);
    assertThat(clock.dueAt()).isEqualTo(tooLate);
    assertThat(clock.overdue(tooLate.minusNanos(1))).isFalse();
    assertThat(clock.overdue(tooLate)).isTrue();
    assertThat(clock.left(tooLate.minusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
    assertThat(clock.extend(received.plusSeconds(1)).dueOn()).isEqualTo(extended);
    assertThat(clock.extended()).isFalse();
    assertThat(clock.extend(received.plusSeconds(1)).extended()).isTrue();
  }

  @Test
  void whoLivesNobodyKnowsWhereGetsTheMonth() {
    CaseClock clock =
        CaseClock.start(Residence.of(Optional.empty()), Instant.parse("2025-11-20T10:00:00Z"));

    assertThat(clock.regime()).isEqualTo(CaseClock.Regime.EU);
    assertThat(clock.dueOn()).isEqualTo("2025-12-20");
  }
}
