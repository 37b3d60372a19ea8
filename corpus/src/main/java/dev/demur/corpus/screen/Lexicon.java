package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The phrases of all categories, by how they start. Immutable, thread-safe.
final class Lexicon {
  private static final int STEM = 3;

  private final Map<String, List<Phrase>> byWord = new HashMap<>();
  private final Map<String, List<Phrase>> byStem = new HashMap<>();

  Lexicon() {
    for (SpecialCategory category : SpecialCategory.values()) {
      for (String line : WordList.lines(category.name().toLowerCase(Locale.ROOT))) {
        boolean alone = line.startsWith("!");
        add(new Phrase(Sentences.words(alone ? line.substring(1) : line), category, alone));
      }
    }
  }

  private void add(Phrase phrase) {
    String first = phrase.words().getFirst();
    if (first.endsWith("*")) {
      byStem.computeIfAbsent(first.substring(0, STEM), k -> new ArrayList<>()).add(phrase);
    } else {
      byWord.computeIfAbsent(first, k -> new ArrayList<>()).add(phrase);
    }
  }

  /// The phrases that stand at a place of a sentence.
  List<Phrase> at(List<String> sentence, int place) {
    String word = sentence.get(place);
    List<Phrase> found = new ArrayList<>();
    collect(byWord.get(word), sentence, place, found);
    if (word.length() >= STEM) {
      collect(byStem.get(word.substring(0, STEM)), sentence, place, found);
    }
    return found;
  }

  private static void collect(
      @org.jspecify.annotations.Nullable List<Phrase> candidates,
      List<String> sentence,
      int place,
      List<Phrase> found) {
    if (candidates != null) {
      for (Phrase phrase : candidates) {
        if (phrase.standsAt(sentence, place)) {
          found.add(phrase);
        }
      }
    }
  }
}
