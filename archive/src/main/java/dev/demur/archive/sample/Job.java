package dev.demur.archive.sample;

import java.time.YearMonth;
import java.util.Optional;

/// One position of a career.
///
/// @param level 0 (trainee) to 4 (head)
/// @param until empty means still there
record Job(
    Occupation occupation,
    int level,
    String title,
    String employer,
    Home home,
    YearMonth since,
    Optional<YearMonth> until) {

  long months() {
    return java.time.temporal.ChronoUnit.MONTHS.between(since, until.orElse(Timeline.MONTH));
  }
}
