package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The phrases of all categories, each by the one of its words that fewest sentences have: not a
/// common one, rare among the phrases, long. Immutable, thread-safe.
final class Lexicon implements Sentences.Interest {
  private static final int MIN_STEM = 4;
  private static final int MAX_STEM = 7;
  private static final char PLURAL = 's';

  private final List<Phrase> all = new ArrayList<>();
  private final Map<String, List<Anchor>> byWord = new HashMap<>();

  /// Where that word may have any ending, by its first four to seven letters.
  private final Map<String, List<Anchor>> byStem = new HashMap<>();

  private final WordBits words;
  private final WordBits stems;

  /// A phrase found by one of its words.
  ///
  /// @param number the phrase's place in the lists
  /// @param word the word's place in the phrase
  private record Anchor(int number, int word) {}

  /// A phrase and where in a sentence it stands.
  record Found(Phrase phrase, int start) {}

  Lexicon() {
    for (SpecialCategory category : SpecialCategory.values()) {
      for (String line : WordList.lines(category.name().toLowerCase(Locale.ROOT))) {
        all.add(phrase(line, category));
      }
    }
    Map<String, Integer> uses = new HashMap<>();
    all.forEach(phrase -> phrase.words().forEach(word -> uses.merge(word, 1, Integer::sum)));
    WordList common = new WordList("common");
    Comparator<String> byRarity =
        Comparator.comparing(Phrase::isList)
            .thenComparing(Lexicon::isShortStem)
            .thenComparing(common::contains)
            .thenComparingInt(word -> uses.getOrDefault(word, 0))
            .thenComparingInt(word -> -word.length());
    for (int number = 0; number < all.size(); number++) {
      List<String> phrase = all.get(number).words();
      add(number, phrase.indexOf(Collections.min(phrase, byRarity)));
    }
    words = new WordBits(byWord.keySet());
    stems = new WordBits(byStem.keySet());
  }

  private static boolean isShortStem(String word) {
    return word.endsWith("*") && word.length() <= MIN_STEM;
  }

  private void add(int number, int place) {
    String word = all.get(number).words().get(place);
    boolean anyEnding = word.endsWith("*");
    if (isShortStem(word)) {
      throw new IllegalStateException(
          "a word with any ending needs at least %d letters, got: %s".formatted(MIN_STEM, word));
    }
    String key = anyEnding ? word.substring(0, Math.min(word.length() - 1, MAX_STEM)) : word;
    (anyEnding ? byStem : byWord)
        .computeIfAbsent(key, k -> new ArrayList<>())
        .add(new Anchor(number, place));
  }

  private static Phrase phrase(String line, SpecialCategory category) {
    char mark = line.charAt(0);
    String text = "!=&~".indexOf(mark) >= 0 ? line.substring(1) : line;
    List<List<String>> parts = new ArrayList<>(1);
    for (String part : text.split("\\|", -1)) {
      parts.add(Sentences.words(part));
    }
    Phrase.Kind kind =
        switch (mark) {
          case '!', '&' -> Phrase.Kind.ALONE;
          case '=' -> Phrase.Kind.IDENTITY;
          default -> Phrase.Kind.CONDITION;
        };
    return new Phrase(parts.getFirst(), category, kind, parts.subList(1, parts.size()));
  }

  @Override
  public boolean in(String text, int start, int end) {
    long before = WordBits.start();
    long hash = before;
    for (int at = start; at < end; at++) {
      before = hash;
      hash = WordBits.add(hash, text.charAt(at));
      int length = at - start + 1;
      if (length >= MIN_STEM && length <= MAX_STEM && stems.mayHave(hash)) {
        return true;
      }
    }
    return words.mayHave(hash) || (isPlural(text, start, end) && words.mayHave(before));
  }

  private static boolean isPlural(String text, int start, int end) {
    return end - start > Phrase.MIN_PLURAL && text.charAt(end - 1) == PLURAL;
  }

  /// The phrases that stand in a sentence: by where they start, then in the order of the lists.
  List<Found> in(List<String> sentence) {
    SortedMap<Long, Found> found = new TreeMap<>();
    for (int at = 0; at < sentence.size(); at++) {
      String word = sentence.get(at);
      long before = WordBits.start();
      long hash = before;
      for (int end = 1; end <= word.length(); end++) {
        before = hash;
        hash = WordBits.add(hash, word.charAt(end - 1));
        if (end >= MIN_STEM && end <= MAX_STEM && stems.mayHave(hash)) {
          take(byStem.get(word.substring(0, end)), sentence, at, found);
        }
      }
      if (words.mayHave(hash)) {
        take(byWord.get(word), sentence, at, found);
      }
      if (isPlural(word, 0, word.length()) && words.mayHave(before)) {
        take(byWord.get(word.substring(0, word.length() - 1)), sentence, at, found);
      }
    }
    return List.copyOf(found.values());
  }

  private void take(
      @Nullable List<Anchor> anchors, List<String> sentence, int at, SortedMap<Long, Found> found) {
    if (anchors == null) {
      return;
    }
    for (Anchor anchor : anchors) {
      int start = at - anchor.word();
      Phrase phrase = all.get(anchor.number());
      if (start >= 0 && phrase.standsAt(sentence, start)) {
        found.put((long) start << Integer.SIZE | anchor.number(), new Found(phrase, start));
      }
    }
  }
}
