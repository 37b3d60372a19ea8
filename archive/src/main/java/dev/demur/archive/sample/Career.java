package dev.demur.archive.sample;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a person learnt and did.
///
/// @param occupation the one they have now, or are in training for
/// @param level 0 (trainee) to 4 (head)
/// @param jobs newest first; empty for somebody who has never worked
/// @param studies newest first; never empty
/// @param skills what the profile lists
record Career(
    Occupation occupation, int level, List<Job> jobs, List<Study> studies, List<String> skills) {

  /// What the person is called at work.
  String title() {
    return jobs.isEmpty() ? "Student" : jobs.getFirst().title();
  }

  String employer() {
    return jobs.isEmpty() ? studies.getFirst().school() : jobs.getFirst().employer();
  }

  /// Whole years since the first job began.
  int years() {
    YearMonth first = jobs.isEmpty() ? Timeline.MONTH : jobs.getLast().since();
    return Math.toIntExact(ChronoUnit.YEARS.between(first, Timeline.MONTH));
  }
}
