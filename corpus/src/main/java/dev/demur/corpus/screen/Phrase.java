package dev.demur.corpus.screen;

import java.util.List;

/// One line of a word list.
///
/// @param words small letters without accents; a star at the end stands for any ending
/// @param category what it speaks of
/// @param alone whether it speaks of a person by itself
record Phrase(List<String> words, SpecialCategory category, boolean alone) {
  /// Whether the phrase stands at a place in a text.
  boolean standsAt(List<String> text, int at) {
    if (at + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!matches(words.get(i), text.get(at + i))) {
        return false;
      }
    }
    return true;
  }

  static boolean matches(String pattern, String word) {
    return pattern.endsWith("*")
        ? word.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(word);
  }
}
