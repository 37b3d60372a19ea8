package dev.demur.corpus.screen;

import dev.demur.corpus.redact.GivenNames;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a sentence of a text speaks of one particular person: the writer, somebody the writer
/// names by what they are to the writer, or somebody called by a first name. Not thread-safe.
final class Persons {
  private static final WordList OPENING = new WordList("opening");
  private static final WordList PARTICULAR = new WordList("particular");
  private static final WordList PAIRS = new WordList("particular-pairs");

  /// All words that stand for a person, by themselves or before another one.
  static final Set<String> WORDS =
      Stream.concat(PARTICULAR.words().stream(), PAIRS.firstWords().stream())
          .collect(Collectors.toUnmodifiableSet());

  /// All words that a sentence begins with whose writer leaves out that they speak of themselves.
  static final Set<String> OPENING_WORDS = OPENING.words();

  /// The most words before the first comma of such a list.
  private static final int LISTED = 3;

  private final String text;

  /// Sought only where no other word tells; null until then.
  private @Nullable Set<String> names;

  /// What stands right before commas, a few words of it; null until asked for.
  private @Nullable Set<String> beforeCommas;

  Persons(String text) {
    this.text = text;
  }

  /// Whether it begins as people do who leave out that they speak of themselves, or a particular
  /// person stands anywhere in it.
  boolean areIn(Sentence sentence) {
    return areIn(sentence, 0, 0);
  }

  /// The same, but the words of a term are no names.
  boolean areIn(Sentence sentence, int start, int end) {
    BitSet places = sentence.ofPersons();
    List<String> words = sentence.words();
    if (places.isEmpty()) {
      return false;
    }
    if (isOpened(words)) {
      return true;
    }
    for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
      if (PARTICULAR.contains(words.get(at)) || isPair(words, at)) {
        return true;
      }
    }
    for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
      if ((at < start || at >= end) && isName(words.get(at))) {
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
    return end <= LISTED && beforeCommas().contains(String.join(" ", sentence.subList(0, end)));
  }

  private Set<String> beforeCommas() {
    if (beforeCommas == null) {
      beforeCommas = new HashSet<>();
      String plain = PlainText.of(text);
      for (int comma = plain.indexOf(','); comma >= 0; comma = plain.indexOf(',', comma + 1)) {
        addBefore(comma, plain, beforeCommas);
      }
    }
    return beforeCommas;
  }

  /// The last word before a comma, the last two, and so on.
  private static void addBefore(int comma, String plain, Set<String> to) {
    int words = 0;
    for (int at = comma - 1; at >= -1 && words < LISTED; at--) {
      char c = at < 0 ? ' ' : plain.charAt(at);
      if (!Character.isLetterOrDigit(c) && c != '\'') {
        to.add(plain.substring(at + 1, comma));
        words = c == ' ' ? words + 1 : LISTED;
      }
    }
  }

  /// `sie ist`, `il a`: two words that stand for a person only together.
  private static boolean isPair(List<String> sentence, int at) {
    return at + 1 < sentence.size()
        && PAIRS.contains(sentence.get(at) + " " + sentence.get(at + 1));
  }

  private boolean isName(String word) {
    String name = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    if (!GivenNames.contains(name)) {
      return false;
    }
    if (names == null) {
      names = FirstNames.in(text);
    }
    return names.contains(name);
  }
}
