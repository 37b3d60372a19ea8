package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The phrases of all categories, each by the one of its words that fewest sentences have: not a
/// common one, rare among the phrases, long. Immutable, thread-safe.
final class Lexicon {
  private static final int MIN_STEM = 4;
  private static final int MAX_STEM = 7;

  private final List<Phrase> all = new ArrayList<>();
  private final Map<String, List<Anchor>> byWord = new HashMap<>();

  /// Where that word may have any ending, by its first four to seven letters.
  private final Map<String, List<Anchor>> byStem = new HashMap<>();

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

  /// The words that [#in] looks up, to be passed over quickly where they do not stand.
  WordBits anchors() {
    return bits(byWord.keySet());
  }

  /// The first letters of words, likewise.
  WordBits stems() {
    return bits(byStem.keySet());
  }

  private static WordBits bits(Set<String> words) {
    WordBits bits = new WordBits();
    words.forEach(bits::add);
    return bits;
  }

  /// Whether first letters of a word are looked up when there are so many.
  static boolean isStem(int length) {
    return length >= MIN_STEM && length <= MAX_STEM;
  }

  /// The phrases that stand in a sentence: by where they start, then in the order of the lists.
  List<Found> in(Sentence sentence) {
    BitSet places = sentence.ofPhrases();
    if (places.isEmpty()) {
      return List.of();
    }
    List<String> words = sentence.words();
    SortedMap<Long, Found> found = new TreeMap<>();
    for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
      String word = words.get(at);
      for (int end = MIN_STEM; end <= Math.min(word.length(), MAX_STEM); end++) {
        take(byStem.get(word.substring(0, end)), words, at, found);
      }
      take(byWord.get(word), words, at, found);
      if (Phrase.isPlural(word.length(), word.charAt(word.length() - 1))) {
        take(byWord.get(word.substring(0, word.length() - 1)), words, at, found);
      }
    }
    return List.copyOf(found.values());
  }

  /// The categories of phrases.
  static Set<SpecialCategory> categories(List<Found> phrases) {
    Set<SpecialCategory> categories = EnumSet.noneOf(SpecialCategory.class);
    phrases.forEach(found -> categories.add(found.phrase().category()));
    return categories;
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
