package dev.demur.assist.taxonomy;

import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Other names of what a title or skill means, by catalogues: `ward nurse` and `staff nurse`.
///
/// A name that several concepts have means none of them here. Words are compared as the trace
/// compares them; what a job asks for in words that are no name is taken for the concept that means
/// nearly the same, where catalogues come with meanings. Immutable.
public final class Synonyms {
  private static final Synonyms NONE = new Synonyms(Map.of(), Map.of(), List.of());

  private final Map<List<String>, Concept> occupations;
  private final Map<List<String>, Concept> skills;
  private final List<Meaning> meanings;

  private Synonyms(
      Map<List<String>, Concept> occupations,
      Map<List<String>, Concept> skills,
      List<Meaning> meanings) {
    this.occupations = occupations;
    this.skills = skills;
    this.meanings = List.copyOf(meanings);
  }

  /// What the names of a catalogue mean.
  public record Meaning(Meanings occupations, Meanings skills) {}

  /// The same, where phrases are also understood by what they mean: the first catalogue that has
  /// something near counts.
  public Synonyms with(List<Meaning> known) {
    return new Synonyms(occupations, skills, known);
  }

  public static Synonyms none() {
    return NONE;
  }

  /// The names of catalogues; where two know a name, the first one counts.
  public static Synonyms of(Collection<Taxonomy> taxonomies) {
    Map<List<String>, Concept> occupations = new HashMap<>();
    Map<List<String>, Concept> skills = new HashMap<>();
    for (Taxonomy taxonomy : taxonomies) {
      unambiguous(taxonomy.occupations()).forEach(occupations::putIfAbsent);
      unambiguous(taxonomy.skills()).forEach(skills::putIfAbsent);
    }
    return new Synonyms(Map.copyOf(occupations), Map.copyOf(skills), List.of());
  }

  private static Map<List<String>, Concept> unambiguous(List<Concept> concepts) {
    Map<List<String>, Concept> known = new HashMap<>();
    Set<List<String>> several = new LinkedHashSet<>();
    for (Concept concept : concepts) {
      for (List<String> name : names(concept)) {
        Concept other = known.putIfAbsent(name, concept);
        if (other != null && !other.equals(concept)) {
          several.add(name);
        }
      }
    }
    // A preferred name stays its concept's, whoever else has it as another one.
    concepts.forEach(concept -> {
      List<String> title = Words.of(concept.title()).list();
      if (several.remove(title)) {
        known.put(title, concept);
      }
    });
    known.keySet().removeAll(several);
    return known;
  }

  private static Set<List<String>> names(Concept concept) {
    Set<List<String>> names = new LinkedHashSet<>();
    Stream.concat(Stream.of(concept.title()), concept.labels().stream())
        .map(label -> Words.of(label).list())
        .filter(words -> !words.isEmpty())
        .forEach(names::add);
    return names;
  }

  /// Whether a title that somebody held is a name of an occupation.
  public boolean isName(List<String> held, Concept occupation) {
    return occupation.equals(occupations.get(held));
  }

  /// The occupation that a job's title names or means.
  public Optional<Concept> occupation(List<String> title) {
    return meant(title, occupations, Meaning::occupations);
  }

  private Optional<Concept> meant(
      List<String> phrase, Map<List<String>, Concept> known, Function<Meaning, Meanings> which) {
    Concept named = known.get(phrase);
    return named != null
        ? Optional.of(named)
        : meanings.stream()
            .map(which)
            .flatMap(each -> each.of(String.join(" ", phrase)).stream())
            .findFirst();
  }

  /// The other names of the skill or occupation that a phrase of a job names or means; none where
  /// it is neither.
  public List<List<String>> otherNames(List<String> phrase) {
    List<List<String>> others = new ArrayList<>();
    addNames(phrase, skills, meant(phrase, skills, Meaning::skills), others);
    addNames(phrase, occupations, meant(phrase, occupations, Meaning::occupations), others);
    return others;
  }

  private static void addNames(
      List<String> phrase,
      Map<List<String>, Concept> known,
      Optional<Concept> concept,
      List<List<String>> others) {
    concept.ifPresent(meant ->
        names(meant).stream()
            .filter(name -> !name.equals(phrase) && meant.equals(known.get(name)))
            .forEach(others::add));
  }

  /// Names of two words and more, by which texts can be searched: single words are often everyday
  /// words as well.
  public Set<String> tellingNames() {
    Set<String> names = new TreeSet<>();
    Stream.concat(occupations.keySet().stream(), skills.keySet().stream())
        .filter(name -> name.size() > 1)
        .forEach(name -> names.add(String.join(" ", name)));
    return names;
  }
}
