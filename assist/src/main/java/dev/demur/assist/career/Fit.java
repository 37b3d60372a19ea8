package dev.demur.assist.career;

import dev.demur.assist.career.Requirement.Verdict;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.taxonomy.Synonyms;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far a member's own records meet a job, sentence by sentence.
///
/// @param requirements the sentences of the job, in order
public record Fit(List<Requirement> requirements) {
  public Fit {
    requirements = List.copyOf(requirements);
  }

  /// How far a member's records meet what a job asks for.
  ///
  /// @param terms what can be looked up; the member's own facts always can
  public static Fit of(MemberProfile member, String job, Terms terms) {
    return of(member, job, terms, Synonyms.none());
  }

  /// The same, where a thing may stand in the records under another of its names.
  private static Fit of(MemberProfile member, String job, Terms terms, Synonyms synonyms) {
    Terms all =
        terms.and(
            member.facts().stream().filter(fact -> fact.kind().isTerm()).map(Fact::text).toList());
    return new Fit(
        Sentences.of(job).stream()
            .map(sentence -> requirement(member, sentence, all, synonyms))
            .toList());
  }

  /// How far a member's records meet a job; its own list of skills can be looked up as well.
  public static Fit of(MemberProfile member, Job job, Terms terms, Synonyms synonyms) {
    return of(member, job.whole(), terms.and(job.skills()), synonyms);
  }

  private static Requirement requirement(
      MemberProfile member, String sentence, Terms terms, Synonyms synonyms) {
    List<String> named = terms.in(sentence);
    List<Proof> evidence = new ArrayList<>();
    for (String term : named) {
      Optional<Fact> fact = factNaming(member, Words.of(term).list(), synonyms);
      fact.ifPresent(found -> evidence.add(Proof.of(term, found)));
    }
    return new Requirement(sentence, verdict(named.size(), evidence.size()), named, evidence);
  }

  /// The fact that says a phrase, or else one that is another name of the same thing.
  private static Optional<Fact> factNaming(
      MemberProfile member, List<String> phrase, Synonyms synonyms) {
    Optional<Fact> said = member.factSaying(phrase);
    return said.isPresent()
        ? said
        : synonyms.otherNames(phrase).stream()
            .flatMap(name ->
                member.facts().stream()
                    .filter(fact -> fact.kind().isTerm() && fact.words().equals(name)))
            .findFirst();
  }

  private static Verdict verdict(int named, int shown) {
    if (named == 0) {
      return Verdict.UNKNOWN;
    }
    if (shown == 0) {
      return Verdict.NOT_SHOWN;
    }
    return shown == named ? Verdict.MET : Verdict.PARTLY;
  }

  /// What the job names and the member's records say, each once.
  public List<String> shown() {
    Set<String> shown = new LinkedHashSet<>();
    requirements.forEach(line -> line.evidence().forEach(one -> shown.add(one.term())));
    return List.copyOf(shown);
  }

  /// What the job names and the member's records do not say, each once.
  public List<String> missing() {
    Set<String> missing = new LinkedHashSet<>();
    requirements.forEach(line -> missing.addAll(line.named()));
    shown().forEach(missing::remove);
    return List.copyOf(missing);
  }

  /// The share of what the job names that the member's records say, 0 to 1.
  public double score() {
    int named = shown().size() + missing().size();
    return named == 0 ? 0 : (double) shown().size() / named;
  }
}
