package dev.demur.assist.career;

import dev.demur.assist.ground.Terms;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.trace.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ranks jobs for a member, and members for a job, by what the member's own records say.
///
/// Names, ages, gaps and places of birth are not looked at. Whoever asks gives only members whose
/// choices allow it.
public final class Matching {
  /// A title says more about a job than any one skill.
  private static final double TITLE_WEIGHT = 0.5;

  private final Terms terms;

  /// @param terms what texts of jobs are searched for
  public Matching(Terms terms) {
    this.terms = terms;
  }

  /// The jobs that suit the member best; those with nothing in common are left out.
  public List<Match> jobs(MemberProfile member, Collection<Job> jobs, int limit) {
    return best(jobs.stream().map(job -> match(job.id(), member, job)).toList(), limit);
  }

  /// The members who suit the job best; those with nothing in common are left out.
  public List<Match> members(Job job, Collection<MemberProfile> members, int limit) {
    return best(
        members.stream().map(member -> match(member.member().value(), member, job)).toList(),
        limit);
  }

  private Match match(String id, MemberProfile member, Job job) {
    Fit fit = Fit.of(member, job, terms);
    double title = titleLikeness(member, job.title());
    return new Match(id, TITLE_WEIGHT * title + (1 - TITLE_WEIGHT) * fit.score(), fit);
  }

  private static List<Match> best(List<Match> matches, int limit) {
    return matches.stream()
        .filter(match -> match.score() > 0)
        .sorted(Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::id))
        .limit(limit)
        .toList();
  }

  /// The best overlap of a title the member held with that of the job: shared words by all words.
  private static double titleLikeness(MemberProfile member, String title) {
    Set<String> wanted = new HashSet<>(Words.of(title).list());
    double best = 0;
    for (Fact held : member.facts(FactKind.TITLE)) {
      Set<String> shared = new HashSet<>(held.words());
      Set<String> all = new HashSet<>(held.words());
      shared.retainAll(wanted);
      all.addAll(wanted);
      best = all.isEmpty() ? best : Math.max(best, (double) shared.size() / all.size());
    }
    return best;
  }
}
