package dev.demur.corpus.screen;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Text as sentences of words: small letters without accents, an apostrophe being part of a word,
/// but not that of an article or preposition before it, as in `l'hôpital` and `dell'ospedale`.
final class Sentences {
  /// Letters, digits, and the star of the word lists.
  private static final boolean[] ASCII = new boolean[128];

  private static final int CHARACTERS_A_WORD = 5;

  private static final Set<String> ARTICLES =
      Set.of("l", "d", "qu", "all", "dall", "dell", "nell", "sull", "un");

  /// Letters of Latin scripts without their accents; unknown where that is not one letter.
  private static final char[] LATIN = new char[0x250];

  private static final char UNKNOWN = 0;

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.isLetterOrDigit(c) || c == '*';
    }
    for (char c = 0; c < LATIN.length; c++) {
      String plain = decomposed(String.valueOf(c));
      LATIN[c] = plain.length() == 1 ? plain.charAt(0) : UNKNOWN;
    }
  }

  private Sentences() {}

  /// Says of a word whether the sentence around it is of interest.
  @FunctionalInterface
  interface Interest {
    boolean in(String text, int start, int end);
  }

  /// The sentences with at least one word of interest; nothing is made of the others.
  static List<List<String>> of(String text, Interest interest) {
    List<List<String>> sentences = new ArrayList<>();
    String plain = plain(text);
    int first = 0;
    int start = -1;
    boolean wanted = false;
    for (int at = 0; at <= plain.length(); at++) {
      char c = at == plain.length() ? '.' : plain.charAt(at);
      boolean inWord = isInWord(plain, at, c);
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        wanted = wanted || interest.in(plain, start, at);
        start = -1;
      }
      if (!inWord && endsSentence(plain, at, c)) {
        if (wanted) {
          sentences.add(words(plain, first, at));
        }
        first = at;
        wanted = false;
      }
    }
    return sentences;
  }

  private static List<String> words(String plain, int from, int to) {
    List<String> words = new ArrayList<>((to - from) / CHARACTERS_A_WORD + 2);
    int start = -1;
    for (int at = from; at <= to; at++) {
      boolean inWord = at < to && isInWord(plain, at, plain.charAt(at));
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        words.add(plain.substring(start, at));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isInWord(String text, int at, char c) {
    return c < ASCII.length
        ? ASCII[c] || (c == '\'' && isJoining(text, at))
        : Character.isLetterOrDigit(c);
  }

  /// A dot ends a sentence where no letter or digit follows: `ver.di` and `3.5` are one thing. A
  /// colon ends none: who is meant often stands behind it.
  private static boolean endsSentence(String text, int at, char c) {
    boolean within = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return "!?\n".indexOf(c) >= 0 || (c == '.' && !within);
  }

  /// The words of a text, sentences run together.
  static List<String> words(String text) {
    String plain = plain(text);
    return words(plain, 0, plain.length());
  }

  private static boolean isJoining(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1))
        && !endsArticle(text, at - 1);
  }

  /// `l`, `d` or `qu` by itself, and `dell`, `nell`, `sull`, `dall`, `all`, before an apostrophe.
  private static boolean endsArticle(String text, int last) {
    int first = last;
    while (first > 0 && Character.isLetter(text.charAt(first - 1))) {
      first--;
    }
    return ARTICLES.contains(text.substring(first, last + 1));
  }

  /// Small letters without accents.
  static String plain(String text) {
    byte[] letters = text.getBytes(StandardCharsets.UTF_8);
    boolean ascii = letters.length == text.length();
    return ascii ? lower(letters) : withoutMarks(text);
  }

  private static String lower(byte[] ascii) {
    for (int at = 0; at < ascii.length; at++) {
      byte c = ascii[at];
      ascii[at] = (byte) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    }
    return new String(ascii, StandardCharsets.ISO_8859_1);
  }

  private static String withoutMarks(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace('’', '\'').replace("ß", "ss").replace("ø", "o");
    char[] plain = new char[lower.length()];
    for (int at = 0; at < plain.length; at++) {
      char c = lower.charAt(at);
      plain[at] = c < LATIN.length ? LATIN[c] : isPlain(c) ? c : UNKNOWN;
      if (plain[at] == UNKNOWN) {
        return decomposed(lower);
      }
    }
    return new String(plain);
  }

  /// Dashes, quotation marks, dots and bullets, which have no parts.
  private static boolean isPlain(char c) {
    return c >= '\u2010' && c <= '\u2027';
  }

  private static String decomposed(String lower) {
    String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(decomposed.length());
    int code;
    for (int at = 0; at < decomposed.length(); at += Character.charCount(code)) {
      code = decomposed.codePointAt(at);
      if (Character.getType(code) != Character.NON_SPACING_MARK) {
        plain.appendCodePoint(code);
      }
    }
    return plain.toString();
  }
}
