package dev.demur.assist.career;

import dev.demur.assist.ground.Terms;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.taxonomy.Concept;
import dev.demur.assist.taxonomy.Synonyms;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ranks jobs for a member, and members for a job, by what the member's own records say.
///
/// Names, ages, gaps and places of birth are not looked at. Whoever asks gives only members whose
/// choices allow it.
public final class Matching {
  /// So many of the nearest are looked at demand by demand.
  public static final int CANDIDATES = 300;

  /// A title says more about a job than any one skill.
  private static final double TITLE_WEIGHT = 0.5;

  /// Meaning and words of the whole, against what is asked for one by one.
  private static final double NEARNESS_WEIGHT = 0.5;

  /// What a title says of somebody's rank and not of the work.
  private static final Set<String> RANKS =
      Set.of(
          "senior",
          "junior",
          "lead",
          "head",
          "chief",
          "principal",
          "trainee",
          "associate",
          "assistant",
          "deputy",
          "of",
          "the",
          "and");

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
    return best(jobs.stream().map(job -> match(job.id(), member, asked(job))).toList(), limit);
  }

  /// The members who suit the job best; those with nothing in common are left out.
  public List<Match> members(Job job, Collection<MemberProfile> members, int limit) {
    Asked asked = asked(job);
    return best(
        members.stream().map(member -> match(member.member().value(), member, asked)).toList(),
        limit);
  }

  /// A job, read once for many members.
  ///
  /// @param title its folded words
  private record Asked(Fit.Asked demands, List<String> title, Optional<Concept> occupation) {}

  private Asked asked(Job job) {
    List<String> title = Words.of(job.title()).list();
    return new Asked(Fit.asked(job, terms, synonyms), title, synonyms.occupation(title));
  }

  private Match match(String id, MemberProfile member, Asked asked) {
    Fit fit = asked.demands().by(member);
    double title = titleLikeness(member, asked);
    return new Match(id, TITLE_WEIGHT * title + (1 - TITLE_WEIGHT) * fit.score(), fit);
  }

  /// The same, where a search has said how near each of them is.
  ///
  /// @param nearness 0 to 1, by id
  public List<Match> members(
      Job job, Collection<MemberProfile> members, Map<String, Double> nearness, int limit) {
    Asked asked = asked(job);
    return best(
        members.parallelStream()
            .map(member -> {
              Match match = match(member.member().value(), member, asked);
              double near = nearness.getOrDefault(match.id(), 0.0);
              double score = NEARNESS_WEIGHT * near + (1 - NEARNESS_WEIGHT) * match.score();
              return new Match(match.id(), match.score() > 0 ? score : 0, match.reasons());
            })
            .toList(),
        limit);
  }

  /// What members can be found by: titles, skills, certificates, degrees. No name, place or date.
  /// Skills come in alphabetical order, so that those who know the same have the same text.
  public static String findableText(MemberProfile member) {
    List<String> parts = new ArrayList<>();
    for (FactKind kind :
        List.of(FactKind.TITLE, FactKind.SKILL, FactKind.CERTIFICATION, FactKind.DEGREE)) {
      Stream<String> texts = member.facts(kind).stream().map(Fact::text).distinct();
      String facts =
          (kind == FactKind.SKILL ? texts.sorted() : texts).collect(Collectors.joining(", "));
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

  /// The words of a title but for those of rank, if that leaves any.
  private static Set<String> work(List<String> title) {
    Set<String> work = new HashSet<>(title);
    work.removeAll(RANKS);
    return work.isEmpty() ? new HashSet<>(title) : work;
  }

  /// The best overlap of a title the member held with that of the job: shared words by all words,
  /// and 1 for two names of one occupation.
  private double titleLikeness(MemberProfile member, Asked asked) {
    Set<String> wanted = work(asked.title());
    double best = 0;
    for (Fact held : member.facts(FactKind.TITLE)) {
      if (asked.occupation().filter(work -> synonyms.isName(held.words(), work)).isPresent()) {
        return 1;
      }
      Set<String> shared = work(held.words());
      Set<String> all = work(held.words());
      shared.retainAll(wanted);
      all.addAll(wanted);
      best = all.isEmpty() ? best : Math.max(best, (double) shared.size() / all.size());
    }
    return best;
  }
}
