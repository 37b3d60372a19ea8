package dev.demur.archive.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Draws careers: forward in time from school to the day of the archive.
final class Careers {
  private static final int MAX_JOBS = 8;

  /// Share of moves into another occupation.
  private static final double CHANGES = 0.12;

  private final Catalogue catalogue;

  Careers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The career of somebody who set out in one occupation.
  Career of(Occupation first, LocalDate born, Home home, Draw draw) {
    var studies = new ArrayList<Study>();
    YearMonth left = school(born, home, draw, studies);
    if (left.isAfter(Timeline.MONTH)) {
      return new Career(first, 0, List.of(), studies, someSkills(first, List.of(), 3, draw));
    }
    YearMonth ready = degree(first, left, home, draw, studies);
    List<Job> jobs = jobs(first, ready, home, draw);
    Occupation now = jobs.isEmpty() ? first : jobs.getFirst().occupation();
    int level = jobs.isEmpty() ? 0 : jobs.getFirst().level();
    int count = Math.min(15, 4 + jobs.size() * 2 + draw.below(4));
    return new Career(now, level, jobs, studies, someSkills(now, jobs, count, draw));
  }

  private YearMonth school(LocalDate born, Home home, Draw draw, List<Study> studies) {
    YearMonth start = YearMonth.of(born.getYear() + 11, 9);
    YearMonth end = YearMonth.of(born.getYear() + 18 + draw.below(2), 6);
    if (end.isAfter(Timeline.MONTH) || draw.chance(0.3)) {
      String school = draw.pickEarly(catalogue.organisations("highschool", home.country()));
      studies.addFirst(new Study(school, "", start, end));
    }
    return end;
  }

  private YearMonth degree(
      Occupation occupation, YearMonth left, Home home, Draw draw, List<Study> studies) {
    YearMonth start = left.plusMonths(3);
    YearMonth end = start.plusMonths(33 + 12L * draw.below(3));
    String school = draw.pickEarly(catalogue.organisations("college", home.country()));
    studies.addFirst(new Study(school, draw.pick(occupation.degrees()), start, end));
    return end;
  }

  private List<Job> jobs(Occupation first, YearMonth ready, Home home, Draw draw) {
    var jobs = new ArrayList<Job>();
    Occupation occupation = first;
    int level = 0;
    YearMonth since = ready.plusMonths(draw.between(1, 8));
    while (since.isBefore(Timeline.MONTH)) {
      boolean last = jobs.size() == MAX_JOBS - 1;
      YearMonth until = since.plusMonths(10 + (long) Math.min(96, draw.pareto(9, 1.1)));
      boolean current = last || !until.isBefore(Timeline.MONTH);
      String employer =
          draw.pickEarly(catalogue.organisations(draw.pick(occupation.sectors()), home.country()));
      jobs.addFirst(
          new Job(
              occupation,
              level,
              occupation.titles().get(level),
              employer,
              home,
              since,
              current ? Optional.empty() : Optional.of(until)));
      if (current) {
        return jobs;
      }
      since = until.plusMonths(draw.below(4));
      Occupation next = draw.chance(CHANGES) ? other(occupation, draw) : occupation;
      level =
          nextLevel(level, ChronoUnit.MONTHS.between(ready, since), !next.equals(occupation), draw);
      occupation = next;
    }
    return jobs;
  }

  private Occupation other(Occupation occupation, Draw draw) {
    return draw.pick(catalogue.nextOf(occupation));
  }

  private static int nextLevel(int level, long months, boolean changed, Draw draw) {
    if (changed) {
      return Math.max(1, Math.min(level, 2));
    }
    long ceiling = Math.min(4, 1 + months / 48);
    return draw.chance(0.75) ? (int) Math.min(ceiling, level + 1L) : level;
  }

  private static List<String> someSkills(Occupation now, List<Job> jobs, int count, Draw draw) {
    var skills = new LinkedHashSet<String>(draw.some(now.skills(), Math.max(3, count * 2 / 3)));
    for (Job job : jobs) {
      skills.addAll(draw.some(job.occupation().skills(), 2));
    }
    return skills.stream().limit(count).toList();
  }
}
