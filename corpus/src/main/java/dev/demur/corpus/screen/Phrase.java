package dev.demur.corpus.screen;

import java.util.List;
import java.util.Map;

/// One line of a word list.
///
/// @param words small letters without accents; a star at the end stands for any ending, `0he`,
///   `0she` and `0people` for any word of their lists
/// @param category what it speaks of
/// @param kind how it is told of a person
/// @param others phrases that must stand in the same sentence
record Phrase(List<String> words, SpecialCategory category, Kind kind, List<List<String>> others) {
  /// Shorter words have no plural of their own.
  private static final int MIN_PLURAL = 4;

  private static final char PLURAL = 's';
  private static final char LIST = '0';

  private static final Map<String, WordList> LISTS =
      Map.of(
          "0he", new WordList("he"),
          "0she", new WordList("she"),
          "0people", new WordList("people"));

  enum Kind {
    /// Speaks of a person by itself.
    ALONE,
    /// What a person is.
    IDENTITY,
    /// What a person has, or belongs to.
    CONDITION
  }

  /// Whether the phrase stands at a place in a sentence, and the others somewhere in it.
  boolean standsAt(List<String> sentence, int at) {
    return stands(words, sentence, at) && others.stream().allMatch(o -> standsIn(o, sentence));
  }

  private boolean standsIn(List<String> phrase, List<String> sentence) {
    for (int at = 0; at < sentence.size(); at++) {
      if (stands(phrase, sentence, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(List<String> phrase, List<String> sentence, int at) {
    if (at + phrase.size() > sentence.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!matches(phrase.get(i), sentence.get(at + i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a word of a phrase stands for all words of a list, and none of its own.
  static boolean isList(String pattern) {
    return LISTS.containsKey(pattern);
  }

  /// Whether a word may be the plural of the one without its last letter.
  static boolean isPlural(int length, char last) {
    return length > MIN_PLURAL && last == PLURAL;
  }

  private boolean matches(String pattern, String word) {
    WordList list = pattern.charAt(0) == LIST ? LISTS.get(pattern) : null;
    if (list != null) {
      return list.contains(word);
    }
    if (pattern.charAt(0) != word.charAt(0)) {
      return false;
    }
    if (pattern.endsWith("*")) {
      return word.regionMatches(0, pattern, 0, pattern.length() - 1);
    }
    boolean plural =
        kind != Kind.ALONE
            && word.length() == pattern.length() + 1
            && isPlural(word.length(), word.charAt(word.length() - 1))
            && word.startsWith(pattern);
    return plural || pattern.equals(word);
  }
}
