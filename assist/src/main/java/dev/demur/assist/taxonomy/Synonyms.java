package dev.demur.assist.taxonomy;

import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Other names of what a title or skill means, by catalogues: `ward nurse` and `staff nurse`.
///
/// A name that several concepts have means none of them here. Words are compared as the trace
/// compares them. Immutable.
public final class Synonyms {
  private static final Synonyms NONE = new Synonyms(Map.of(), Map.of());

  private final Map<List<String>, Concept> occupations;
  private final Map<List<String>, Concept> skills;

  private Synonyms(Map<List<String>, Concept> occupations, Map<List<String>, Concept> skills) {
    this.occupations = occupations;
    this.skills = skills;
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
    return new Synonyms(Map.copyOf(occupations), Map.copyOf(skills));
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

  /// Whether two titles are names of one occupation.
  public boolean sameOccupation(List<String> one, List<String> other) {
    Concept meant = occupations.get(one);
    return meant != null && meant.equals(occupations.get(other));
  }

  /// The other names of the skill or occupation that a phrase names; none where it names no one.
  public List<List<String>> otherNames(List<String> phrase) {
    List<List<String>> others = new ArrayList<>();
    for (Map<List<String>, Concept> known : List.of(skills, occupations)) {
      Concept meant = known.get(phrase);
      if (meant != null) {
        names(meant).stream()
            .filter(name -> !name.equals(phrase) && meant.equals(known.get(name)))
            .forEach(others::add);
      }
    }
    return others;
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
