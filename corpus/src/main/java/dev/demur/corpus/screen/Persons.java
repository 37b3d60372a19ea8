package dev.demur.corpus.screen;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a sentence of a text speaks of one particular person: the writer, somebody the writer
/// names by what they are to the writer, or somebody called by a first name. Not thread-safe.
final class Persons {
  private static final WordList OPENING = new WordList("opening");
  private static final WordList PARTICULAR = new WordList("particular");
  private static final WordList PAIRS = new WordList("particular-pairs");
  private static final Set<String> PAIR_STARTS = PAIRS.firstWords();

  /// The most words before the first comma of such a list.
  private static final int LISTED = 3;

  private final String text;

  /// Sought only where no other word tells; null until then.
  private @Nullable Set<String> names;

  Persons(String text) {
    this.text = text;
  }

  /// Whether it begins as people do who leave out that they speak of themselves, or a particular
  /// person stands anywhere in it. The words of the term itself are no names.
  boolean areIn(List<String> sentence, int start, int end) {
    if (isOpened(sentence)) {
      return true;
    }
    for (int at = 0; at < sentence.size(); at++) {
      if (PARTICULAR.contains(sentence.get(at)) || isPair(sentence, at)) {
        return true;
      }
    }
    for (int at = 0; at < sentence.size(); at++) {
      if ((at < start || at >= end) && isName(sentence.get(at))) {
        return true;
      }
    }
    return false;
  }

  /// `Diagnosed last year`, `Proud atheist`.
  static boolean isOpened(List<String> sentence) {
    return OPENING.contains(sentence.getFirst());
  }

  /// Whether the words before a place begin a list that says what somebody is: `Proud lesbian,
  /// engineer, mother of two`.
  boolean isListed(List<String> sentence, int end) {
    return end <= LISTED
        && Sentences.plain(text).contains(String.join(" ", sentence.subList(0, end)) + ",");
  }

  /// `sie ist`, `il a`: two words that stand for a person only together.
  private static boolean isPair(List<String> sentence, int at) {
    return at + 1 < sentence.size()
        && PAIR_STARTS.contains(sentence.get(at))
        && PAIRS.contains(sentence.get(at) + " " + sentence.get(at + 1));
  }

  private boolean isName(String word) {
    if (names == null) {
      names = FirstNames.in(text);
    }
    return !names.isEmpty()
        && names.contains(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
  }
}
