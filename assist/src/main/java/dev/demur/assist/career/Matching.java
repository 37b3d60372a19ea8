package dev.demur.assist.career;

import dev.demur.assist.ground.Terms;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.taxonomy.Synonyms;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Ranks jobs for a member, and members for a job, by what the member's own records say.
///
/// Names, ages, gaps and places of birth are not looked at. Whoever asks gives only members whose
/// choices allow it.
public final class Matching {
  /// A title says more about a job than any one skill.
  private static final double TITLE_WEIGHT = 0.5;

  /// Meaning and words of the whole, against what is asked for one by one.
  private static final double NEARNESS_WEIGHT = 0.5;

  private final Terms terms;
  private final Synonyms synonyms;

  /// @param terms what texts of jobs are searched for
  public Matching(Terms terms) {
    this(terms, Synonyms.none());
  }

  /// @param synonyms other names of titles and skills
  public Matching(Terms terms, Synonyms synonyms) {
    this.terms = terms;
    this.synonyms = synonyms;
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
    Fit fit = Fit.of(member, job, terms, synonyms);
    double title = titleLikeness(member, job.title());
    return new Match(id, TITLE_WEIGHT * title + (1 - TITLE_WEIGHT) * fit.score(), fit);
  }

  /// The same, where a search has said how near each of them is.
  ///
  /// @param nearness 0 to 1, by id
  public List<Match> members(
      Job job, Collection<MemberProfile> members, Map<String, Double> nearness, int limit) {
    return best(
        members.stream()
            .map(member -> {
              Match match = match(member.member().value(), member, job);
              double near = nearness.getOrDefault(match.id(), 0.0);
              double score = NEARNESS_WEIGHT * near + (1 - NEARNESS_WEIGHT) * match.score();
              return new Match(match.id(), match.score() > 0 ? score : 0, match.reasons());
            })
            .toList(),
        limit);
  }

  /// What members can be found by: titles, skills, certificates, degrees. No name, place or date.
  public static String findableText(MemberProfile member) {
    List<String> parts = new ArrayList<>();
    for (FactKind kind :
        List.of(FactKind.TITLE, FactKind.SKILL, FactKind.CERTIFICATION, FactKind.DEGREE)) {
      String facts =
          String.join(", ", member.facts(kind).stream().map(Fact::text).distinct().toList());
      if (!facts.isEmpty()) {
        parts.add(facts);
      }
    }
    return String.join(". ", parts);
  }

  private static List<Match> best(List<Match> matches, int limit) {
    return matches.stream()
        .filter(match -> match.score() > 0)
        .sorted(Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::id))
        .limit(limit)
        .toList();
  }

  /// The best overlap of a title the member held with that of the job: shared words by all words,
  /// and 1 for two names of one occupation.
  private double titleLikeness(MemberProfile member, String title) {
    List<String> named = Words.of(title).list();
    Set<String> wanted = new HashSet<>(named);
    double best = 0;
    for (Fact held : member.facts(FactKind.TITLE)) {
      if (synonyms.sameOccupation(held.words(), named)) {
        return 1;
      }
      Set<String> shared = new HashSet<>(held.words());
      Set<String> all = new HashSet<>(held.words());
      shared.retainAll(wanted);
      all.addAll(wanted);
      best = all.isEmpty() ? best : Math.max(best, (double) shared.size() / all.size());
    }
    return best;
  }
}
