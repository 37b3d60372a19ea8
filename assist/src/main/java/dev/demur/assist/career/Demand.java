package dev.demur.assist.career;

import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something a job asks for that records can show to be less: years of experience, or the level of
/// a degree.
///
/// @param text as the job says it
/// @param least years, or the level of the degree
record Demand(FactKind kind, String text, int least) {
  private static final Pattern YEARS =
      Pattern.compile("\\b(\\d{1,2})\\s?\\+?\\s+years?\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern DEGREE =
      Pattern.compile(
          "\\b(PhD|doctorate|doctoral degree|master(?:'s|’s)? degree|MSc|MBA|bachelor(?:'s|’s)? degree|BSc)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("bachelor", "bachelors", "bsc", "ba", "beng", "bs", "llb"),
          Set.of("master", "masters", "msc", "mba", "ma", "meng", "ms", "llm"),
          Set.of("phd", "doctor", "doctorate", "doctoral", "dphil"));

  /// What a sentence demands of this kind, in order.
  static List<Demand> in(String sentence) {
    List<Demand> demands = new ArrayList<>();
    Matcher years = YEARS.matcher(sentence);
    while (years.find()) {
      demands.add(new Demand(FactKind.EXPERIENCE, years.group(), Integer.parseInt(years.group(1))));
    }
    Matcher degree = DEGREE.matcher(sentence);
    while (degree.find()) {
      demands.add(
          new Demand(FactKind.DEGREE, degree.group(), level(Words.of(degree.group()).list())));
    }
    return demands;
  }

  /// The fact that comes nearest: the years counted, or the highest degree of a known level;
  /// nothing where the records are silent.
  Optional<Fact> answeredBy(MemberProfile member) {
    return member.facts(kind).stream()
        .filter(fact -> amount(fact) > 0)
        .max(Comparator.comparingInt(Demand::amount));
  }

  boolean isMetBy(Fact fact) {
    return amount(fact) >= least;
  }

  private static int amount(Fact fact) {
    if (fact.kind() == FactKind.DEGREE) {
      return level(fact.words());
    }
    Matcher number = NUMBER.matcher(fact.text());
    return number.find() ? Integer.parseInt(number.group()) : 0;
  }

  /// 1 for a bachelor's to 3 for a doctor's; 0 for what is none of these.
  private static int level(List<String> words) {
    int highest = 0;
    for (int level = 0; level < LEVELS.size(); level++) {
      highest = words.stream().anyMatch(LEVELS.get(level)::contains) ? level + 1 : highest;
    }
    return highest;
  }
}
