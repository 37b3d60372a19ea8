package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The phrases of all categories, by the longest of their words: the one that fewest sentences
/// have. Immutable, thread-safe.
final class Lexicon implements Sentences.Interest {
  private static final int STEM = 4;
  private static final char PLURAL = 's';

  private final List<Phrase> all = new ArrayList<>();
  private final Map<String, List<Anchor>> byWord = new HashMap<>();

  /// Where the longest word may have any ending, by its first four letters.
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
        add(phrase(line, category));
      }
    }
    words = new WordBits(byWord.keySet());
    stems = new WordBits(byStem.keySet());
  }

  private void add(Phrase phrase) {
    int longest = 0;
    for (int i = 1; i < phrase.words().size(); i++) {
      longest = phrase.words().get(i).length() > phrase.words().get(longest).length() ? i : longest;
    }
    String word = phrase.words().get(longest);
    boolean anyEnding = word.endsWith("*");
    if (anyEnding && word.length() <= STEM) {
      throw new IllegalStateException(
          "a word with any ending needs at least %d letters, got: %s".formatted(STEM, word));
    }
    String key = anyEnding ? word.substring(0, STEM) : word;
    (anyEnding ? byStem : byWord)
        .computeIfAbsent(key, k -> new ArrayList<>())
        .add(new Anchor(all.size(), longest));
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

  @Override
  public boolean in(String text, int start, int end) {
    long before = WordBits.start();
    long hash = before;
    for (int at = start; at < end; at++) {
      before = hash;
      hash = WordBits.add(hash, text.charAt(at));
      if (at - start == STEM - 1 && stems.mayHave(hash)) {
        return true;
      }
    }
    return words.mayHave(hash) || (text.charAt(end - 1) == PLURAL && words.mayHave(before));
  }

  /// The phrases that stand in a sentence: by where they start, then in the order of the lists.
  List<Found> in(List<String> sentence) {
    SortedMap<Long, Found> found = new TreeMap<>();
    for (int at = 0; at < sentence.size(); at++) {
      String word = sentence.get(at);
      if (!in(word, 0, word.length())) {
        continue;
      }
      take(byWord.get(word), sentence, at, found);
      int last = word.length() - 1;
      if (word.charAt(last) == PLURAL) {
        take(byWord.get(word.substring(0, last)), sentence, at, found);
      }
      if (word.length() >= STEM) {
        take(byStem.get(word.substring(0, STEM)), sentence, at, found);
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
