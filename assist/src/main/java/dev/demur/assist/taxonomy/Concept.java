package dev.demur.assist.taxonomy;

import java.util.List;

/// An occupation or a skill of a catalogue.
///
/// @param id as the catalogue has it, e.g. an ESCO address or an O*NET code
/// @param title its preferred name
/// @param labels all its names, the preferred one first
/// @param description what it is; may be empty
public record Concept(String id, String title, List<String> labels, String description) {
  public Concept {
    labels = List.copyOf(labels);
  }
}
