package dev.demur.corpus.redact;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Numbers the things in one document by first appearance, for each type on its own. Not
/// thread-safe.
final class Placeholders {
  private final Map<SpanType, Map<String, Integer>> numbers = new EnumMap<>(SpanType.class);

  /// @param key equal for things that are the same
  String of(SpanType type, String key) {
    Map<String, Integer> ofType = numbers.computeIfAbsent(type, t -> new HashMap<>());
    int number = ofType.computeIfAbsent(key, k -> ofType.size() + 1);
    return "[" + type + "_" + number + "]";
  }
}
