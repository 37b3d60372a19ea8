package dev.demur.archive.linkedin;

import java.util.ArrayList;
import java.util.List;

/// Words to be found in a text, many at once: one way through the text, whatever their number.
final class Words {
  private static final int ASCII = 128;
  private static final char EDGE = '|';

  /// Those that start with an ASCII letter, by that letter.
  private final List<List<Word>> byFirst = new ArrayList<>();

  private final List<Word> others = new ArrayList<>();

  /// @param startsWord whether no letter, digit or underscore may stand before it
  /// @param endsWord whether none may stand behind it
  private record Word(String letters, boolean startsWord, boolean endsWord) {
    boolean isAt(String text, int place) {
      return text.startsWith(letters, place)
          && (!startsWord || place == 0 || !isWordCharacter(text.charAt(place - 1)))
          && (!endsWord || isEnd(text, place + letters.length()));
    }

    private static boolean isEnd(String text, int place) {
      return place == text.length() || !isWordCharacter(text.charAt(place));
    }

    private static boolean isWordCharacter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }
  }

  /// @param words in small letters, comma-separated; a bar at either end asks for a word's edge
  ///   there: `|pay|` is in `the pay is`, not in `payment`
  Words(String... words) {
    for (int i = 0; i < ASCII; i++) {
      byFirst.add(new ArrayList<>());
    }
    for (String list : words) {
      for (String word : list.split(",", -1)) {
        add(word.strip());
      }
    }
  }

  private void add(String marked) {
    boolean startsWord = marked.charAt(0) == EDGE;
    boolean endsWord = marked.charAt(marked.length() - 1) == EDGE;
    String letters = marked.substring(startsWord ? 1 : 0, marked.length() - (endsWord ? 1 : 0));
    char first = letters.charAt(0);
    (first < ASCII ? byFirst.get(first) : others).add(new Word(letters, startsWord, endsWord));
  }

  /// Whether any of the words stands in a text.
  ///
  /// @param text in small letters
  boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      for (Word word : c < ASCII ? byFirst.get(c) : others) {
        if (word.isAt(text, i)) {
          return true;
        }
      }
    }
    return false;
  }
}
