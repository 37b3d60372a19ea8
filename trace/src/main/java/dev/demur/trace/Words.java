package dev.demur.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text as they are compared: folded, each with its place in the text.
///
/// Case, accents, white space, punctuation, invisible characters and look-alike letters make no
/// difference. An apostrophe inside a word is dropped (`don't` is `dont`), a point or comma between
/// digits is kept as a point (`1,000` is `1.000`), a placeholder of redaction (`[PERSON_1]`) is one
/// word without its number (`[person]`), which no other text gives. Where a script writes no spaces
/// between words, each character is a word. Words of more than 64 characters are cut into several.
/// Immutable.
public final class Words {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_GLUE = 3;
  private static final String APOSTROPHES = "'’‘ʼ`´＇";
  private static final String NEVER_GLUE = "()[]{}<>\"“”„«»*|";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\[([A-Z][A-Z_-]{0,38}[A-Z])(?:[_-]?[0-9]{1,6})?]");

  private final String text;
  private final List<String> words;
  private final int[] starts;
  private final int[] ends;

  private Words(String text, List<String> words, int[] starts, int[] ends) {
    this.text = text;
    this.words = List.copyOf(words);
    this.starts = starts;
    this.ends = ends;
  }

  /// The words of any text.
  public static Words of(String text) {
    return new Splitter(text).split();
  }

  /// Whether a word stands for something that was redacted.
  public static boolean isPlaceholder(String word) {
    return word.startsWith("[");
  }

  /// Whether a word has a digit in it.
  public static boolean isNumber(String word) {
    return word.codePoints().anyMatch(Character::isDigit);
  }

  public int size() {
    return words.size();
  }

  /// The folded words, in order.
  public List<String> list() {
    return words;
  }

  /// Where a word begins in the text, in UTF-16 units.
  public int start(int word) {
    return starts[word];
  }

  /// Where a word ends in the text: one past its last UTF-16 unit.
  public int end(int word) {
    return ends[word];
  }

  /// A word as the text writes it, with the punctuation behind it and one space where there is one,
  /// so that joined surfaces read like the text.
  String surface(int word) {
    int next = word + 1 < size() ? starts[word + 1] : text.length();
    int end = ends[word];
    while (end < next && end - ends[word] < MAX_GLUE && isGlue(text.charAt(end))) {
      end++;
    }
    String written = text.substring(starts[word], end);
    return end == next && next < text.length() ? written : written + " ";
  }

  private static boolean isGlue(char unit) {
    return !Character.isWhitespace(unit)
        && !Character.isSpaceChar(unit)
        && !Character.isISOControl(unit)
        && !Character.isSurrogate(unit)
        && NEVER_GLUE.indexOf(unit) < 0;
  }

  /// Number of words only: a text may be a member's.
  @Override
  public String toString() {
    return "Words[" + size() + "]";
  }

  /// Goes through a text once.
  private static final class Splitter {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int wordStart;
    private int wordEnd;

    Splitter(String text) {
      this.text = text;
    }

    Words split() {
      Matcher placeholder = PLACEHOLDER.matcher(text);
      int at = 0;
      while (at < text.length()) {
        int character = text.codePointAt(at);
        if (character == '[' && placeholder.region(at, text.length()).lookingAt()) {
          finish();
          add("[" + placeholder.group(1).toLowerCase(Locale.ROOT) + "]", at, placeholder.end());
          at = placeholder.end();
        } else {
          take(character, at);
          at += Character.charCount(character);
        }
      }
      finish();
      int count = words.size();
      return new Words(text, words, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    private void take(int character, int at) {
      if (!word.isEmpty() && isApostrophe(character) && nextIs(at, Character::isLetter)) {
        return;
      }
      if ((character == '.' || character == ',') && isBetweenDigits(at)) {
        append('.', at);
        return;
      }
      if (character < Folding.ASCII) {
        takeFolded(Folding.ascii(character), at, at + 1);
        return;
      }
      int end = at + Character.charCount(character);
      Folding.of(character).codePoints().forEach(folded -> takeFolded(folded, at, end));
    }

    private void takeFolded(int folded, int start, int end) {
      if (folded == ' ') {
        finish();
        return;
      }
      if (Folding.standsAlone(folded)) {
        finish();
        add(Character.toString(folded), start, end);
        return;
      }
      if (word.length() >= MAX_LENGTH) {
        finish();
      }
      if (word.isEmpty()) {
        wordStart = start;
      }
      word.appendCodePoint(folded);
      wordEnd = end;
    }

    private void append(char separator, int at) {
      word.append(separator);
      wordEnd = at + 1;
    }

    private void finish() {
      if (!word.isEmpty()) {
        add(word.toString(), wordStart, wordEnd);
        word.setLength(0);
      }
    }

    private void add(String folded, int start, int end) {
      if (words.size() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      starts[words.size()] = start;
      ends[words.size()] = end;
      words.add(folded);
    }

    private static boolean isApostrophe(int character) {
      return APOSTROPHES.indexOf(character) >= 0;
    }

    private boolean nextIs(int at, java.util.function.IntPredicate test) {
      return at + 1 < text.length() && test.test(text.codePointAt(at + 1));
    }

    private boolean isBetweenDigits(int at) {
      return !word.isEmpty()
          && wordEnd == at
          && Character.isDigit(word.charAt(word.length() - 1))
          && nextIs(at, Character::isDigit);
    }
  }
}
