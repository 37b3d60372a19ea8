package dev.demur.bench.decide;

import java.util.List;
import java.util.Set;

/// A condition over [PeerFacts], to be written in the language of a policy engine.
sealed interface Condition {
  /// A flag is set.
  record Is(String flag) implements Condition {}

  record Not(Condition condition) implements Condition {}

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /// A word is one of several.
  record OneOf(String word, Set<String> words) implements Condition {}

  /// A set holds a word.
  record Holds(String set, String word) implements Condition {}

  /// A set holds one of several words.
  record HoldsAny(String set, Set<String> words) implements Condition {}

  /// A set holds something else than these words.
  record HoldsOther(String set, Set<String> words) implements Condition {}

  record Empty(String set) implements Condition {}

  /// One instant is before another, which is moved by some milliseconds.
  ///
  /// @param right name of an instant; empty for the epoch
  record Before(String left, String right, long plusMillis) implements Condition {}

  static Condition all(Condition... conditions) {
    return new All(List.of(conditions));
  }

  static Condition not(Condition condition) {
    return new Not(condition);
  }

  /// An instant is before a fixed one.
  static Condition before(String instant, java.time.Instant fixed) {
    return new Before(instant, "", fixed.toEpochMilli());
  }
}
