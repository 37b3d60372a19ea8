package dev.demur.assist.taxonomy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A catalogue of occupations and skills: public, and of nobody's making here.
///
/// @param name e.g. `esco` or `onet`
/// @param related ids of occupations like another one, nearest first; empty where the release says
///   nothing
public record Taxonomy(
    String name,
    List<Concept> occupations,
    List<Concept> skills,
    SortedMap<String, List<String>> related) {
  public Taxonomy {
    occupations = List.copyOf(occupations);
    skills = List.copyOf(skills);
    related = Collections.unmodifiableSortedMap(new TreeMap<>(related));
  }
}
