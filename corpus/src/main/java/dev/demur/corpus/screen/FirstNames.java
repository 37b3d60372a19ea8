package dev.demur.corpus.screen;

import dev.demur.corpus.redact.GivenNames;
import java.util.Set;
import java.util.TreeSet;

/// First names without a last name behind them: people of the writer's own circle. Who is given
/// both is as often in the news, or signs for an office.
final class FirstNames {
  private FirstNames() {}

  /// Those of a text, in small letters without accents.
  static Set<String> in(String text) {
    Set<String> names = new TreeSet<>();
    boolean behindName = false;
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && isLetter(text.charAt(end))) {
        end++;
      }
      boolean name = isName(text, start, end);
      if (name && !behindName && !isFollowedByCapital(text, end)) {
        names.addAll(Sentences.words(text.substring(start, end)));
      }
      behindName = name && end < text.length() && text.charAt(end) == ' ';
      start = end + 1;
    }
    return names;
  }

  private static boolean isLetter(char c) {
    return c < 128 ? (c | ' ') >= 'a' && (c | ' ') <= 'z' : Character.isLetter(c);
  }

  private static boolean isName(String text, int start, int end) {
    return end - start > 1
        && Character.isUpperCase(text.charAt(start))
        && Character.isLowerCase(text.charAt(end - 1))
        && GivenNames.contains(text.substring(start, end));
  }

  private static boolean isFollowedByCapital(String text, int end) {
    return end + 1 < text.length()
        && (text.charAt(end) == ' ' || text.charAt(end) == '-')
        && Character.isUpperCase(text.charAt(end + 1));
  }
}
