package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The phrases of all categories, by how they start. Immutable, thread-safe.
final class Lexicon {
  private static final int STEM = 2;

  private final Map<String, List<Phrase>> byStem = new HashMap<>();

  Lexicon() {
    for (SpecialCategory category : SpecialCategory.values()) {
      for (String line : WordList.lines(category.name().toLowerCase(Locale.ROOT))) {
        Phrase phrase = phrase(line, category);
        byStem.computeIfAbsent(stem(phrase.words().getFirst()), k -> new ArrayList<>()).add(phrase);
      }
    }
  }

  private static Phrase phrase(String line, SpecialCategory category) {
    char mark = line.charAt(0);
    String text = "!=&".indexOf(mark) >= 0 ? line.substring(1) : line;
    List<List<String>> parts =
        List.of(text.split("\\|", -1)).stream().map(Sentences::words).toList();
    Phrase.Kind kind =
        switch (mark) {
          case '!', '&' -> Phrase.Kind.ALONE;
          case '=' -> Phrase.Kind.IDENTITY;
          default -> Phrase.Kind.CONDITION;
        };
    return new Phrase(parts.getFirst(), category, kind, parts.subList(1, parts.size()));
  }

  private static String stem(String word) {
    return word.length() <= STEM ? word : word.substring(0, STEM);
  }

  /// The phrases that stand at a place of a sentence.
  List<Phrase> at(List<String> sentence, int place) {
    List<Phrase> found = new ArrayList<>();
    for (Phrase phrase : byStem.getOrDefault(stem(sentence.get(place)), List.of())) {
      if (phrase.standsAt(sentence, place)) {
        found.add(phrase);
      }
    }
    return found;
  }
}
