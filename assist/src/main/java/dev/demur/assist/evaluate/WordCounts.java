package dev.demur.assist.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The plainest completion there is, to compare with: the words that followed most often, after the
/// last three words or, where these are new, fewer. Knows no guard and no facts.
public final class WordCounts {
  private static final int ORDER = 4;
  private static final int WORDS = 5;
  private static final int OFFERED = 3;

  /// By the words before, with a space behind each; in lower case.
  private final Map<String, Map<String, Integer>> following = new HashMap<>();

  /// Counts texts.
  public static WordCounts of(List<String> texts) {
    WordCounts counts = new WordCounts();
    texts.forEach(counts::add);
    return counts;
  }

  private void add(String text) {
    String[] words = text.strip().split("\\s+", -1);
    for (int at = 0; at < words.length; at++) {
      for (int length = 0; length < ORDER && length <= at; length++) {
        following
            .computeIfAbsent(context(words, at, length), before -> new HashMap<>())
            .merge(words[at], 1, Integer::sum);
      }
    }
  }

  private static String context(String[] words, int end, int length) {
    StringBuilder context = new StringBuilder();
    for (int i = end - length; i < end; i++) {
      context.append(words[i].toLowerCase(Locale.ROOT)).append(' ');
    }
    return context.toString();
  }

  /// What may follow, best first.
  public List<String> after(String typed) {
    int space = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\n')) + 1;
    String begun = typed.substring(space);
    String head = typed.substring(0, space).strip();
    List<String> offered = new ArrayList<>();
    for (String first : next(head, begun, OFFERED)) {
      StringBuilder chain = new StringBuilder(first);
      for (int words = 1; words < WORDS; words++) {
        List<String> more = next(head + " " + chain, "", 1);
        more.forEach(word -> chain.append(' ').append(word));
      }
      offered.add(chain.substring(begun.length()));
    }
    return offered;
  }

  private List<String> next(String head, String begun, int most) {
    String[] words = head.isBlank() ? new String[0] : head.strip().split("\\s+", -1);
    List<String> found = new ArrayList<>();
    for (int length = Math.min(ORDER - 1, words.length);
        length >= 0 && found.size() < most;
        length--) {
      following.getOrDefault(context(words, words.length, length), Map.of()).entrySet().stream()
          .filter(each -> each.getKey().startsWith(begun) && !found.contains(each.getKey()))
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(most - found.size())
          .map(Map.Entry::getKey)
          .forEach(found::add);
    }
    return found;
  }
}
