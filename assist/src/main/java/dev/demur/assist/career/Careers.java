package dev.demur.assist.career;

import dev.demur.assist.guard.Guard;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.profile.Position;
import dev.demur.learn.statistics.CareerStatistics;
import dev.demur.learn.statistics.Supported;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where careers lead, from counts of members; nothing that fewer than ten members stand for.
public final class Careers {
  private static final int MOST_SKILLS = 8;

  private final CareerStatistics statistics;

  /// @param statistics not changed while this is in use
  public Careers(CareerStatistics statistics) {
    this.statistics = statistics;
  }

  /// What enough members who held a job know, most frequent first.
  public List<String> skillsOf(String title) {
    return statistics.skillsOf(title, Guard.MEMBERS).stream()
        .map(Supported::value)
        .limit(MOST_SKILLS)
        .toList();
  }

  /// What enough members did next who held a job that the member holds or held last; most frequent
  /// first.
  public List<Step> paths(MemberProfile member, int limit) {
    List<Step> steps = new ArrayList<>();
    Optional<String> title =
        member.positions().stream()
            .map(Position::title)
            .flatMap(Optional::stream)
            .map(Fact::text)
            .findFirst();
    title.ifPresent(from ->
        statistics.nextAfter(from, Guard.MEMBERS).stream()
            .limit(limit)
            .forEach(next -> steps.add(step(member, from, next))));
    return steps;
  }

  private Step step(MemberProfile member, String from, Supported next) {
    List<String> skills = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (String skill : skillsOf(next.value())) {
      boolean has = member.factSaying(Words.of(skill).list()).isPresent();
      (has ? skills : gaps).add(skill);
    }
    return new Step(from, next.value(), next.members(), skills, gaps);
  }
}
