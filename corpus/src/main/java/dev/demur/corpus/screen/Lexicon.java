package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The phrases of all categories, by their first word. Immutable, thread-safe.
final class Lexicon {
  private static final int STEM = 4;
  private static final String PLURAL = "s";

  private final List<Phrase> all = new ArrayList<>();
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  /// Phrases whose first word has any ending, by its first four letters.
  private final Map<String, List<Integer>> byStem = new HashMap<>();

  Lexicon() {
    for (SpecialCategory category : SpecialCategory.values()) {
      for (String line : WordList.lines(category.name().toLowerCase(Locale.ROOT))) {
        add(phrase(line, category));
      }
    }
  }

  private void add(Phrase phrase) {
    String first = phrase.words().getFirst();
    boolean anyEnding = first.endsWith("*");
    if (anyEnding && first.length() <= STEM) {
      throw new IllegalStateException(
          "a word with any ending needs at least %d letters, got: %s".formatted(STEM, first));
    }
    String key = anyEnding ? first.substring(0, STEM) : first;
    (anyEnding ? byStem : byWord).computeIfAbsent(key, k -> new ArrayList<>()).add(all.size());
    all.add(phrase);
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

  /// The phrases that stand at a place of a sentence, in the order of the lists.
  List<Phrase> at(List<String> sentence, int place) {
    String word = sentence.get(place);
    List<Integer> whole = byWord.getOrDefault(word, List.of());
    List<Integer> singular =
        word.endsWith(PLURAL)
            ? byWord.getOrDefault(word.substring(0, word.length() - 1), List.of())
            : List.of();
    List<Integer> stem =
        word.length() < STEM ? List.of() : byStem.getOrDefault(word.substring(0, STEM), List.of());
    if (whole.isEmpty() && singular.isEmpty() && stem.isEmpty()) {
      return List.of();
    }
    return Stream.of(whole, singular, stem)
        .flatMap(List::stream)
        .sorted()
        .map(all::get)
        .filter(phrase -> phrase.standsAt(sentence, place))
        .toList();
  }
}
