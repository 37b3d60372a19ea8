package dev.demur.assist.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How much two short texts share, rare things counting more: the cosine of TF-IDF weights.
///
/// Immutable.
final class Sparse {
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;

  private final Function<String, List<String>> parts;
  private final Map<String, Postings> postings = new HashMap<>();
  private final int size;

  /// The texts that have a part.
  private static final class Postings {
    private int[] texts = new int[4];
    private float[] weights = new float[4];
    private int count;
    private double rarity;

    void add(int text, double weight) {
      if (count == texts.length) {
        texts = Arrays.copyOf(texts, 2 * count);
        weights = Arrays.copyOf(weights, 2 * count);
      }
      texts[count] = text;
      weights[count++] = (float) weight;
    }
  }

  private Sparse(List<String> texts, Function<String, List<String>> parts) {
    this.parts = parts;
    this.size = texts.size();
    List<Map<String, Integer>> counts = texts.stream().map(this::counts).toList();
    Map<String, Integer> texted = new HashMap<>();
    counts.forEach(own -> own.keySet().forEach(part -> texted.merge(part, 1, Integer::sum)));
    texted.forEach((part, in) -> {
      Postings list = new Postings();
      list.rarity = StrictMath.log(1 + (size - in + 0.5) / (in + 0.5));
      postings.put(part, list);
    });
    for (int text = 0; text < size; text++) {
      int at = text;
      double length = length(counts.get(text));
      counts
          .get(text)
          .forEach((part, n) -> {
            Postings list = known(part);
            list.add(at, n * list.rarity / length);
          });
    }
  }

  /// By words.
  static Sparse words(List<String> texts) {
    return new Sparse(texts, Sparse::wordsOf);
  }

  /// By stretches of three to five characters, which survive misspelling and inflection.
  static Sparse grams(List<String> texts) {
    return new Sparse(texts, Sparse::gramsOf);
  }

  static List<String> wordsOf(String text) {
    return Arrays.stream(Titles.plain(text).split(" ", -1)).filter(w -> !w.isEmpty()).toList();
  }

  private static List<String> gramsOf(String text) {
    String padded = " " + Titles.plain(text) + " ";
    List<String> grams = new ArrayList<>();
    for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
      for (int at = 0; at + length <= padded.length(); at++) {
        grams.add(padded.substring(at, at + length));
      }
    }
    return grams;
  }

  /// In a fixed order, so that sums are always the same.
  private Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    parts.apply(text).forEach(part -> counts.merge(part, 1, Integer::sum));
    return counts;
  }

  private Postings known(String part) {
    Postings list = postings.get(part);
    return list == null ? new Postings() : list;
  }

  private double length(Map<String, Integer> counts) {
    double squares = 0;
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      double weight = each.getValue() * known(each.getKey()).rarity;
      squares += weight * weight;
    }
    return squares == 0 ? 1 : StrictMath.sqrt(squares);
  }

  /// The cosine of a text with every text, 0 to 1.
  float[] likeness(String text) {
    float[] likeness = new float[size];
    Map<String, Integer> counts = counts(text);
    double length = length(counts);
    counts.forEach((part, n) -> {
      Postings list = known(part);
      float weight = (float) (n * list.rarity / length);
      for (int i = 0; i < list.count; i++) {
        likeness[list.texts[i]] += weight * list.weights[i];
      }
    });
    return likeness;
  }
}
