package dev.demur.corpus.store;

import java.util.List;

/// What one holder's records gave.
///
/// @param entries by record id and purpose
/// @param made of how many the text was made, and not taken over from the corpus before
public record Derived(List<CorpusEntry> entries, int made) {
  public Derived {
    entries = List.copyOf(entries);
  }
}
