package dev.demur.assist.career;

import dev.demur.assist.career.Requirement.Verdict;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.taxonomy.Synonyms;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// How far a member's own records meet a job, sentence by sentence.
///
/// @param requirements the sentences of the job, in order
public record Fit(List<Requirement> requirements) {
  public Fit {
    requirements = List.copyOf(requirements);
  }

  /// What a job asks for, read once for many members.
  public static final class Asked {
    private final List<Line> lines;
    private final Synonyms synonyms;
    private final Map<List<String>, List<List<String>>> otherNames = new ConcurrentHashMap<>();
    private final Map<String, List<String>> words = new ConcurrentHashMap<>();

    private Asked(List<Line> lines, Synonyms synonyms) {
      this.lines = lines;
      this.synonyms = synonyms;
    }

    /// How far a member's records meet it.
    public Fit by(MemberProfile member) {
      Terms own =
          Terms.ofWords(
              member.facts().stream()
                  .filter(fact -> fact.kind().isTerm())
                  .map(Fact::words)
                  .toList());
      return new Fit(lines.stream().map(line -> requirement(member, line, own, this)).toList());
    }

    /// The folded words of a stretch of the job's text.
    private List<String> words(String term) {
      return words.computeIfAbsent(term, text -> Words.of(text).list());
    }

    private List<List<String>> otherNames(List<String> phrase) {
      return otherNames.computeIfAbsent(phrase, synonyms::otherNames);
    }
  }

  /// A sentence of a job.
  private record Line(Terms.Reading reading, List<Demand> demands) {
    static Line of(String sentence, Terms terms) {
      return new Line(Terms.Reading.of(sentence, terms), Demand.in(sentence));
    }
  }

  private static Asked asked(String job, Terms terms, Synonyms synonyms) {
    return new Asked(
        Sentences.of(job).stream().map(sentence -> Line.of(sentence, terms)).toList(), synonyms);
  }

  /// What a job asks for; its own list of skills can be looked up as well.
  ///
  /// @param terms what can be looked up; a member's own facts always can
  /// @param synonyms other names under which a thing may stand in records
  public static Asked asked(Job job, Terms terms, Synonyms synonyms) {
    return asked(job.whole(), terms.and(job.skills()), synonyms);
  }

  /// How far a member's records meet what a job asks for.
  public static Fit of(MemberProfile member, String job, Terms terms) {
    return asked(job, terms, Synonyms.none()).by(member);
  }

  /// How far a member's records meet a job.
  public static Fit of(MemberProfile member, Job job, Terms terms, Synonyms synonyms) {
    return asked(job, terms, synonyms).by(member);
  }

  private static Requirement requirement(MemberProfile member, Line line, Terms own, Asked asked) {
    List<String> named = new ArrayList<>(line.reading().with(own));
    List<Proof> evidence = new ArrayList<>();
    List<Proof> contrary = new ArrayList<>();
    for (String term : named) {
      List<String> phrase = asked.words(term);
      Optional<Fact> fact = factNaming(member, phrase, asked);
      fact.ifPresent(found -> evidence.add(Proof.of(term, found)));
      if (fact.isEmpty() && member.states(phrase)) {
        Denials.of(member, phrase).ifPresent(found -> contrary.add(Proof.of(term, found)));
      }
    }
    for (Demand demand : line.demands()) {
      named.add(demand.text());
      demand
          .answeredBy(member)
          .ifPresent(fact ->
              (demand.isMetBy(fact) ? evidence : contrary).add(Proof.of(demand.text(), fact)));
    }
    Verdict verdict = verdict(named.size(), evidence.size(), contrary.size());
    return new Requirement(
        line.reading().text(), verdict, named, verdict == Verdict.NOT_MET ? contrary : evidence);
  }

  /// The fact that says a phrase, or else one that is another name of the same thing.
  private static Optional<Fact> factNaming(MemberProfile member, List<String> phrase, Asked asked) {
    Optional<Fact> said =
        member.states(phrase)
            ? member.facts().stream()
                .filter(fact -> Denials.affirms(fact, phrase))
                .min(Comparator.comparing((Fact fact) -> !fact.kind().isTerm()))
            : Optional.empty();
    return said.isPresent()
        ? said
        : asked.otherNames(phrase).stream()
            .flatMap(name ->
                member.facts().stream()
                    .filter(fact -> fact.kind().isTerm() && fact.words().equals(name)))
            .findFirst();
  }

  private static Verdict verdict(int named, int shown, int contrary) {
    if (shown > 0) {
      return shown == named ? Verdict.MET : Verdict.PARTLY;
    }
    return contrary > 0 ? Verdict.NOT_MET : Verdict.UNKNOWN;
  }

  /// What the job names and the member's records say, each once.
  public List<String> shown() {
    Set<String> shown = new LinkedHashSet<>();
    requirements.stream()
        .filter(line -> line.verdict() != Verdict.NOT_MET)
        .forEach(line -> line.evidence().forEach(one -> shown.add(one.term())));
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
