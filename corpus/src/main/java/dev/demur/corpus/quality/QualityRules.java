package dev.demur.corpus.quality;

import java.lang.Character.UnicodeScript;
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

  /// A power of two: far more than texts have words.
  private static final int COUNTERS = 1 << 12;

  private static final long PAIR = 0x9e3779b97f4a7c15L;

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
    TextWords words = new TextWords(text);
    if (words.size() < MIN_WORDS) {
      return Optional.empty();
    }
    if (hasPlaceholder(words)) {
      return Optional.of(Rule.PLACEHOLDER);
    }
    return ofWords(text, words)
        .or(() -> words.lineBreaks() + 1 < MIN_LINES ? Optional.empty() : ofLines(text))
        .or(() -> ofRepetition(words));
  }

  private static boolean hasPlaceholder(TextWords words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.is(i, "lorem") && words.is(i + 1, "ipsum")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Rule> ofWords(String text, TextWords words) {
    if (words.highest() >= FIRST_WITHOUT_SPACES && isWithoutSpaces(text)) {
      return Optional.empty();
    }
    int bullets = 0;
    int tags = 0;
    for (int word = 0; word < words.size(); word++) {
      bullets += words.isBullet(word, BULLETS) ? 1 : 0;
      tags += words.first(word) == '#' ? 1 : 0;
    }
    double mean = (double) words.characters() / words.size();
    if (tags > MAX_TAGS * words.size()) {
      return Optional.of(Rule.TAGS);
    }
    if (words.withLetter() + bullets < MIN_WITH_LETTER * words.size()) {
      return Optional.of(Rule.FEW_LETTERS);
    }
    return mean < MIN_MEAN_LENGTH || mean > MAX_MEAN_LENGTH
        ? Optional.of(Rule.WORD_LENGTH)
        : Optional.empty();
  }

  private static boolean isWithoutSpaces(String text) {
    int letters = 0;
    int without = 0;
    int code;
    for (int at = 0; at < text.length(); at += Character.charCount(code)) {
      code = text.codePointAt(at);
      letters += Character.isLetter(code) ? 1 : 0;
      boolean may = code >= FIRST_WITHOUT_SPACES;
      without += may && WITHOUT_SPACES.contains(UnicodeScript.of(code)) ? 1 : 0;
    }
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

  private static Optional<Rule> ofRepetition(TextWords words) {
    if (words.size() < MIN_WORDS_TO_REPEAT || cannotRepeat(words)) {
      return Optional.empty();
    }
    List<String> strings = words.strings();
    for (int run = 0; run < MAX_TOP_RUN.length; run++) {
      if (topRun(strings, run + 2) > MAX_TOP_RUN[run] * words.characters()) {
        return Optional.of(Rule.SAME_WORDS);
      }
    }
    return Optional.empty();
  }

  /// Quick to say of nearly all texts: no run occurs more often than the commonest pair of words,
  /// and none is longer than the longest run of four. Pairs are told apart by hashes; two that are
  /// taken for one only lead to the longer way.
  private static boolean cannotRepeat(TextWords words) {
    long[] pairs = new long[words.size() - 1];
    for (int at = 1; at < words.size(); at++) {
      pairs[at - 1] = words.hash(at - 1) * PAIR + words.hash(at);
    }
    if (!mayBeThrice(pairs)) {
      return true;
    }
    double least = Arrays.stream(MAX_TOP_RUN).min().orElseThrow() * words.characters();
    int most = commonest(pairs);
    return most < MIN_SAME || (long) most * longestRun(words) <= least;
  }

  /// Whether some pair may occur three times: counted by a few bits of its hash.
  private static boolean mayBeThrice(long[] pairs) {
    byte[] seen = new byte[COUNTERS];
    for (long pair : pairs) {
      int at = (int) (pair >>> 40) & (COUNTERS - 1);
      seen[at]++;
      if (seen[at] == MIN_SAME) {
        return true;
      }
    }
    return false;
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

  private static int longestRun(TextWords words) {
    int longest = 0;
    int length = 0;
    for (int at = 0; at < words.size(); at++) {
      length += words.length(at);
      length -= at < LONGEST_RUN ? 0 : words.length(at - LONGEST_RUN);
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
