package dev.demur.assist.evaluate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Measures of rankings.
final class Ranks {
  private Ranks() {}

  /// One divided by the place of the first right one, 0 where there is none.
  static double reciprocal(List<String> ranked, String right) {
    int at = ranked.indexOf(right);
    return at < 0 ? 0 : 1.0 / (at + 1);
  }

  /// The share of what is right that stands among the first `k`, of at most `k`.
  static double rPrecision(List<String> ranked, Collection<String> right, int k) {
    Set<String> found = new HashSet<>(ranked.subList(0, Math.min(k, ranked.size())));
    found.retainAll(new HashSet<>(right));
    return (double) found.size() / Math.min(k, new HashSet<>(right).size());
  }

  /// The share of what is right that stands among the first `k`.
  static double recall(List<String> ranked, Collection<String> right, int k) {
    Set<String> found = new HashSet<>(ranked.subList(0, Math.min(k, ranked.size())));
    found.retainAll(new HashSet<>(right));
    return (double) found.size() / new HashSet<>(right).size();
  }

  /// Normalised discounted cumulative gain of the first `k`.
  ///
  /// @param gains by what is worth anything
  static double ndcg(List<String> ranked, Map<String, Double> gains, int k) {
    double gained = 0;
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      gained += gains.getOrDefault(ranked.get(i), 0.0) / log2(i + 2);
    }
    List<Double> best = gains.values().stream().sorted((a, b) -> Double.compare(b, a)).toList();
    double ideal = 0;
    for (int i = 0; i < Math.min(k, best.size()); i++) {
      ideal += best.get(i) / log2(i + 2);
    }
    return ideal == 0 ? 0 : gained / ideal;
  }

  private static double log2(int value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }
}
