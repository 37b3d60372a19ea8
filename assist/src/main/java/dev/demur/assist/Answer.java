package dev.demur.assist;

import dev.demur.assist.guard.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a member is shown, and why not more.
///
/// @param suggestions best first
/// @param refused how many drafts, or sentences of drafts, were held back for each reason; never
///   empty when there is no suggestion
public record Answer(List<Suggestion> suggestions, SortedMap<Refusal, Integer> refused) {
  public Answer {
    suggestions = List.copyOf(suggestions);
    refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    if (suggestions.isEmpty() && refused.isEmpty()) {
      throw new IllegalArgumentException("an answer without suggestions must say why");
    }
  }
}
