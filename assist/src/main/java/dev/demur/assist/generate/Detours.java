package dev.demur.assist.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The ways through the tokens of one word, and those that are closed because the word that lay at
/// their end was refused.
final class Detours {
  private final Map<List<Integer>, Set<Integer>> closed = new HashMap<>();
  private final List<Integer> path = new ArrayList<>();
  private final List<Float> leads = new ArrayList<>();

  /// Starts the word again.
  void begin() {
    path.clear();
    leads.clear();
  }

  /// Whether the word may go on with this token.
  boolean isOpen(int token) {
    return closed.isEmpty() || !closed.getOrDefault(path, Set.of()).contains(token);
  }

  /// Goes on with a token.
  ///
  /// @param lead by how much its score is above that of the next best
  void step(int token, float lead) {
    path.add(token);
    leads.add(lead);
  }

  /// Closes the way just taken at the token with the smallest lead; false when none was taken.
  boolean turnOff() {
    if (path.isEmpty()) {
      return false;
    }
    int weakest = 0;
    for (int i = 1; i < leads.size(); i++) {
      weakest = leads.get(i) < leads.get(weakest) ? i : weakest;
    }
    List<Integer> before = List.copyOf(path.subList(0, weakest));
    closed.computeIfAbsent(before, way -> new HashSet<>()).add(path.get(weakest));
    return true;
  }
}
