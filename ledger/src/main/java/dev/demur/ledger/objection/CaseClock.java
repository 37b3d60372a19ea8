package dev.demur.ledger.objection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// How long the controller has to answer.
///
/// One month from receipt, and two more when that was told inside the first (GDPR Art. 12(3); the
/// same in the UK; 30 days in Switzerland). Months are counted by calendar: from 31 January the
/// answer is due by the end of 28 or 29 February, where the person lives. A deadline on a weekend
/// or holiday is not moved to the next working day, though Regulation 1182/71 would allow it:
/// earlier is always right.
///
/// @param regime whose law sets it
/// @param zone where the days are counted
/// @param receivedAt when the objection came in
/// @param dueAt the first instant that is too late
/// @param extendedAt when the extension was told
public record CaseClock(
    Regime regime, ZoneId zone, Instant receivedAt, Instant dueAt, Optional<Instant> extendedAt) {
  private static final int SWISS_DAYS = 30;
  private static final int MONTHS = 1;
  private static final int EXTENSION_MONTHS = 2;

  /// Whose law sets the clock.
  public enum Regime {
    EU,
    UK,
    SWITZERLAND,
    ELSEWHERE
  }

  /// The clock of an objection that came in at an instant.
  static CaseClock start(Residence residence, Instant receivedAt) {
    Instant due = endOf(firstDeadline(residence, receivedAt), residence.zone());
    return new CaseClock(residence.regime(), residence.zone(), receivedAt, due, Optional.empty());
  }

  /// The same clock, with the two months more that were told at an instant inside the first.
  CaseClock extend(Instant toldAt) {
    LocalDate received = receivedAt.atZone(zone).toLocalDate();
    Instant due = endOf(received.plusMonths(MONTHS + EXTENSION_MONTHS), zone);
    return new CaseClock(regime, zone, receivedAt, due, Optional.of(toldAt));
  }

  private static LocalDate firstDeadline(Residence residence, Instant receivedAt) {
    LocalDate received = receivedAt.atZone(residence.zone()).toLocalDate();
    return switch (residence.regime()) {
      case EU, UK, ELSEWHERE -> received.plusMonths(MONTHS);
      case SWITZERLAND -> received.plusDays(SWISS_DAYS);
    };
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /// The last day on which an answer is in time.
  public LocalDate dueOn() {
    return dueAt.atZone(zone).toLocalDate().minusDays(1);
  }

  /// What is left at an instant; negative when it is overdue.
  public Duration left(Instant now) {
    return Duration.between(now, dueAt);
  }

  public boolean overdue(Instant now) {
    return !now.isBefore(dueAt);
  }

  public boolean extended() {
    return extendedAt.isPresent();
  }
}
