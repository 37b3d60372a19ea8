package dev.demur.assist;

import dev.demur.assist.pattern.Sentences;
import dev.demur.trace.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Summaries of a text: its own most telling sentences, unchanged and in their order.
final class Summaries {
  private static final int MIN_LETTERS = 4;

  private Summaries() {}

  /// The telling sentences of a text.
  ///
  /// @param most how many at most
  static List<String> of(String text, int most) {
    List<String> sentences = Sentences.of(text);
    Map<String, Integer> counts = new HashMap<>();
    sentences.forEach(
        sentence -> telling(sentence).forEach(word -> counts.merge(word, 1, Integer::sum)));
    return IntStream.range(0, sentences.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -weight(sentences.get(i), counts))
                .thenComparingInt(i -> i))
        .limit(most)
        .sorted()
        .map(sentences::get)
        .toList();
  }

  private static List<String> telling(String sentence) {
    return Words.of(sentence).list().stream()
        .filter(word -> word.length() >= MIN_LETTERS)
        .distinct()
        .toList();
  }

  /// How often the text comes back to the sentence's words, long sentences not favoured.
  private static double weight(String sentence, Map<String, Integer> counts) {
    List<String> words = telling(sentence);
    int sum = words.stream().mapToInt(word -> counts.getOrDefault(word, 0)).sum();
    return words.isEmpty() ? 0 : sum / StrictMath.sqrt(words.size());
  }
}
