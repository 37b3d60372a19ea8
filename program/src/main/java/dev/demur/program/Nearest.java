package dev.demur.program;

import java.util.Collection;
import java.util.Comparator;

/// Finds the word that somebody probably meant.
public final class Nearest {
  private Nearest() {}

  /// Says which words are known and, where one is near, which was probably meant.
  public static String suggestion(String word, Collection<String> known) {
    String all = "one of " + String.join(", ", known);
    int limit = Math.max(1, word.length() / 2);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= limit)
        .map(candidate -> "\"" + candidate + "\" perhaps; " + all)
        .orElse(all);
  }

  /// Edit distance (Levenshtein) over at most the first 64 characters of each.
  static int distance(String a, String b) {
    String left = a.substring(0, Math.min(a.length(), 64));
    String right = b.substring(0, Math.min(b.length(), 64));
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
