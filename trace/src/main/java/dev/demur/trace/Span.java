package dev.demur.trace;

import java.util.List;

/// A stretch of a text that stands word for word in the corpus and cannot be made longer.
///
/// @param start first UTF-16 unit in the text
/// @param end one past the last UTF-16 unit
/// @param firstWord its first word's number in the text, from 0
/// @param words the folded words
public record Span(int start, int end, int firstWord, List<String> words) {
  public Span {
    words = List.copyOf(words);
  }

  /// Place and size only: the words may be a member's.
  @Override
  public String toString() {
    return "Span[%d..%d, %d words]".formatted(start, end, words.size());
  }
}
