package dev.demur.corpus.quality;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says which texts are not worth training on: filler, lists of tags, the same again and again.
///
/// The rules and thresholds are those of C4 (Raffel et al. 2020, 2.2) and Gopher (Rae et al. 2021,
/// A.1.1), as far as they fit what members write: left out are those that ask for whole pages
/// (length, sentences on every line), English (stop words) or no code (braces). The share of
/// hashtags may be a half where Gopher allows a tenth, for posts end with them; and a run of words
/// must occur three times to count as repeated, for in a short post two are no pattern. Texts of
/// fewer than 20 words are never judged. A pure function, thread-safe.
public final class QualityRules {
  private static final int MIN_WORDS = 20;
  private static final int MIN_WORDS_TO_REPEAT = 50;
  private static final int MIN_LINES = 5;
  private static final int MIN_SAME = 3;
  private static final double MIN_MEAN_LENGTH = 3;
  private static final double MAX_MEAN_LENGTH = 10;
  private static final double MIN_WITH_LETTER = 0.8;
  private static final double MAX_TAGS = 0.5;
  private static final double MAX_BULLETS = 0.9;
  private static final double MAX_ELLIPSES = 0.3;
  private static final double MAX_SAME_LINES = 0.3;

  /// The share of characters that the commonest run of two, three and four words may have.
  private static final double[] MAX_TOP_RUN = {0.20, 0.18, 0.16};

  private static final int LONGEST_RUN = 1 + MAX_TOP_RUN.length;

  private static final String BULLETS = "•‣◦▪●○-*–→✅✔👉";

  /// The first character of Thai.
  private static final char FIRST_WITHOUT_SPACES = 0x0E00;

  /// Scripts that put no space between words.
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private QualityRules() {}

  /// A rule that a text breaks.
  public enum Rule {
    PLACEHOLDER,
    WORD_LENGTH,
    FEW_LETTERS,
    TAGS,
    BULLETS,
    ELLIPSES,
    SAME_LINES,
    SAME_WORDS
  }

  /// The first rule that a text breaks; empty when it breaks none.
  public static Optional<Rule> broken(String text) {
    List<String> words = words(text);
    if (words.size() < MIN_WORDS) {
      return Optional.empty();
    }
    if (hasPlaceholder(words)) {
      return Optional.of(Rule.PLACEHOLDER);
    }
    return ofWords(text, words).or(() -> ofLines(text)).or(() -> ofRepetition(words));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean inWord = at < text.length() && !Character.isWhitespace(text.charAt(at));
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, at));
        start = -1;
      }
    }
    return words;
  }

  private static boolean hasPlaceholder(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equalsIgnoreCase("lorem") && words.get(i + 1).equalsIgnoreCase("ipsum")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Rule> ofWords(String text, List<String> words) {
    if (isWithoutSpaces(text)) {
      return Optional.empty();
    }
    int length = 0;
    int withLetter = 0;
    int tags = 0;
    for (String word : words) {
      length += word.length();
      boolean bullet = word.length() <= 2 && isBullet(word);
      withLetter += bullet || hasLetter(word) ? 1 : 0;
      tags += word.charAt(0) == '#' ? 1 : 0;
    }
    double mean = (double) length / words.size();
    if (tags > MAX_TAGS * words.size()) {
      return Optional.of(Rule.TAGS);
    }
    if (withLetter < MIN_WITH_LETTER * words.size()) {
      return Optional.of(Rule.FEW_LETTERS);
    }
    return mean < MIN_MEAN_LENGTH || mean > MAX_MEAN_LENGTH
        ? Optional.of(Rule.WORD_LENGTH)
        : Optional.empty();
  }

  private static boolean hasLetter(String word) {
    for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
      if (Character.isLetter(word.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithoutSpaces(String text) {
    if (text.chars().noneMatch(c -> c >= FIRST_WITHOUT_SPACES)) {
      return false;
    }
    long letters = text.codePoints().filter(Character::isLetter).count();
    long without =
        text.codePoints()
            .filter(c -> c >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(c)))
            .count();
    return without * 5 > letters;
  }

  private static Optional<Rule> ofLines(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() < MIN_LINES) {
      return Optional.empty();
    }
    long bullets = lines.stream().filter(QualityRules::isBullet).count();
    long ellipses = lines.stream().filter(QualityRules::endsOpen).count();
    int same = lines.size() - new HashSet<>(lines).size();
    if (same > MAX_SAME_LINES * lines.size()) {
      return Optional.of(Rule.SAME_LINES);
    }
    if (bullets > MAX_BULLETS * lines.size()) {
      return Optional.of(Rule.BULLETS);
    }
    return ellipses > MAX_ELLIPSES * lines.size() ? Optional.of(Rule.ELLIPSES) : Optional.empty();
  }

  /// Whether it starts with one.
  private static boolean isBullet(String text) {
    return BULLETS.indexOf(text.codePointAt(0)) >= 0;
  }

  private static boolean endsOpen(String line) {
    return line.endsWith("…") || line.endsWith("...");
  }

  private static Optional<Rule> ofRepetition(List<String> words) {
    if (words.size() < MIN_WORDS_TO_REPEAT) {
      return Optional.empty();
    }
    int characters = words.stream().mapToInt(String::length).sum();
    if (cannotRepeat(words, characters)) {
      return Optional.empty();
    }
    for (int run = 0; run < MAX_TOP_RUN.length; run++) {
      if (topRun(words, run + 2) > MAX_TOP_RUN[run] * characters) {
        return Optional.of(Rule.SAME_WORDS);
      }
    }
    return Optional.empty();
  }

  /// Quick to say of nearly all texts: no run occurs more often than the commonest pair of words,
  /// and none is longer than the longest run of four.
  private static boolean cannotRepeat(List<String> words, int characters) {
    Map<String, Integer> numbers = new HashMap<>();
    long[] pairs = new long[words.size() - 1];
    int before = -1;
    for (int at = 0; at < words.size(); at++) {
      int number = numbers.computeIfAbsent(words.get(at), word -> numbers.size());
      if (at > 0) {
        pairs[at - 1] = (long) before << Integer.SIZE | number;
      }
      before = number;
    }
    double least = Arrays.stream(MAX_TOP_RUN).min().orElseThrow() * characters;
    int most = commonest(pairs);
    return most < MIN_SAME || (long) most * longestRun(words) <= least;
  }

  private static int commonest(long[] pairs) {
    Arrays.sort(pairs);
    int most = 1;
    int same = 1;
    for (int i = 1; i < pairs.length; i++) {
      same = pairs[i] == pairs[i - 1] ? same + 1 : 1;
      most = Math.max(most, same);
    }
    return most;
  }

  private static int longestRun(List<String> words) {
    int longest = 0;
    int length = 0;
    for (int at = 0; at < words.size(); at++) {
      length += words.get(at).length();
      length -= at < LONGEST_RUN ? 0 : words.get(at - LONGEST_RUN).length();
      longest = Math.max(longest, length);
    }
    return longest;
  }

  /// How many characters stand in the commonest run of some words that occurs three times or more.
  private static int topRun(List<String> words, int length) {
    Map<List<String>, Integer> counts = new HashMap<>();
    int top = 0;
    for (int at = 0; at + length <= words.size(); at++) {
      List<String> run = words.subList(at, at + length);
      int count = counts.merge(run, 1, Integer::sum);
      int characters = run.stream().mapToInt(String::length).sum();
      top = count >= MIN_SAME ? Math.max(top, count * characters) : top;
    }
    return top;
  }
}
