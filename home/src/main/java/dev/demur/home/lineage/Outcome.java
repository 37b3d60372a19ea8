package dev.demur.home.lineage;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a job made.
///
/// @param outputs what it wrote
/// @param figures counts and names that say more; never of one member
public record Outcome(List<Dataset> outputs, SortedMap<String, Object> figures) {
  public Outcome {
    outputs = List.copyOf(outputs);
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }
}
