package dev.demur.assist.taxonomy;

import dev.demur.assist.embed.Embedder;
import dev.demur.assist.embed.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds the skills that a sentence asks for or tells of.
///
/// A skill is where its name is; where there are public sentences that are known to mean it, it is
/// the middle of these. Immutable.
public final class SkillNormaliser {
  /// A name is farther from a sentence than other sentences that mean the same.
  private static final float BY_NAME = 0.8f;

  private final List<String> skills;
  private final Vectors vectors;
  private final boolean[] learned;
  private final Embedder embedder;

  private SkillNormaliser(
      List<String> skills, Vectors vectors, boolean[] learned, Embedder embedder) {
    this.skills = List.copyOf(skills);
    this.vectors = vectors;
    this.learned = learned;
    this.embedder = embedder;
  }

  /// A public sentence and the skills it means, by their preferred names.
  public record Example(String sentence, List<String> skills) {
    public Example {
      skills = List.copyOf(skills);
    }
  }

  /// Over the skills of a catalogue.
  ///
  /// @param skills by their preferred names
  /// @param examples public ones; skills that only they know are known from then on
  public static SkillNormaliser over(
      List<String> skills, List<Example> examples, Embedder embedder) {
    Map<String, float[]> middles = new LinkedHashMap<>();
    List<float[]> sentences = embedder.embed(examples.stream().map(Example::sentence).toList());
    for (int i = 0; i < sentences.size(); i++) {
      float[] sentence = sentences.get(i);
      for (String skill : examples.get(i).skills()) {
        add(sentence, middles.computeIfAbsent(skill, s -> new float[sentence.length]));
      }
    }
    middles.values().forEach(Lengths::toOne);
    List<String> byName =
        skills.stream().distinct().filter(skill -> !middles.containsKey(skill)).toList();
    List<String> all = new ArrayList<>(middles.keySet());
    List<float[]> vectors = new ArrayList<>(middles.values());
    all.addAll(byName);
    vectors.addAll(embedder.embed(byName));
    boolean[] learned = new boolean[all.size()];
    java.util.Arrays.fill(learned, 0, middles.size(), true);
    return new SkillNormaliser(all, Vectors.of(embedder.dimensions(), vectors), learned, embedder);
  }

  private static void add(float[] vector, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
  }

  /// A skill that a sentence may mean.
  public record RankedSkill(String skill, double score) {}

  /// The skills a sentence most likely means, best first.
  public List<RankedSkill> rank(String sentence, int limit) {
    float[] scores = vectors.products(embedder.embed(sentence));
    for (int i = 0; i < scores.length; i++) {
      scores[i] *= learned[i] ? 1 : BY_NAME;
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i))
        .limit(limit)
        .map(i -> new RankedSkill(skills.get(i), scores[i]))
        .toList();
  }
}
