package dev.demur.corpus.screen;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text as sentences of words: small letters without accents, an apostrophe being part of a word.
final class Sentences {
  private Sentences() {}

  static List<List<String>> of(String text) {
    List<List<String>> sentences = new ArrayList<>();
    List<String> sentence = new ArrayList<>();
    String plain = plain(text);
    int start = -1;
    for (int at = 0; at <= plain.length(); at++) {
      char c = at == plain.length() ? '.' : plain.charAt(at);
      boolean inWord = Character.isLetterOrDigit(c) || isJoining(plain, at) || c == '*';
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        sentence.add(plain.substring(start, at));
        start = -1;
      }
      if (endsSentence(plain, at, c) && !sentence.isEmpty()) {
        sentences.add(sentence);
        sentence = new ArrayList<>();
      }
    }
    return sentences;
  }

  /// A dot ends a sentence where no letter or digit follows: `ver.di` and `3.5` are one thing.
  private static boolean endsSentence(String text, int at, char c) {
    boolean within = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return "!?\n".indexOf(c) >= 0 || (".:".indexOf(c) >= 0 && !within);
  }

  /// The words of a text, sentences run together.
  static List<String> words(String text) {
    return of(text).stream().flatMap(List::stream).toList();
  }

  private static boolean isJoining(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && text.charAt(at) == '\''
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }

  private static String plain(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace('’', '\'').replace("ß", "ss").replace("ø", "o");
    return isAscii(lower)
        ? lower
        : Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
