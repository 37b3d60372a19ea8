package dev.demur.assist.taxonomy;

import dev.demur.assist.embed.Embedder;
import dev.demur.assist.embed.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the occupation that a job title means.
///
/// Five likenesses are added: of the vectors of the title and of the occupation's nearest name, of
/// all its names together, and of its description; of words, and of stretches of characters, with
/// its nearest name. The weights are public constants. Immutable.
public final class TitleNormaliser {
  private static final float ALL_NAMES = 1.0f;
  private static final float DESCRIPTION = 0.3f;
  private static final float WORDS = 0.3f;
  private static final float CHARACTERS = 0.3f;

  private final List<Concept> occupations;
  private final int[] owners;
  private final Vectors names;
  private final Vectors together;
  private final Vectors descriptions;
  private final Sparse words;
  private final Sparse characters;
  private final Embedder embedder;

  private TitleNormaliser(
      List<Concept> occupations, Vectors names, Vectors descriptions, Embedder embedder) {
    this.occupations = List.copyOf(occupations);
    this.embedder = embedder;
    this.names = names;
    this.descriptions = descriptions;
    List<String> labels = labels(occupations);
    this.owners = owners(occupations);
    this.together = together();
    this.words = Sparse.words(labels);
    this.characters = Sparse.grams(labels);
  }

  /// Over the occupations of a catalogue, whose vectors are computed now.
  public static TitleNormaliser over(List<Concept> occupations, Embedder embedder) {
    return new TitleNormaliser(
        occupations,
        Vectors.of(embedder.dimensions(), embedder.embed(labels(occupations))),
        Vectors.of(embedder.dimensions(), embedder.embed(descriptions(occupations))),
        embedder);
  }

  /// Over the occupations of a catalogue, whose vectors are known.
  ///
  /// @param names of [#labels], in order
  /// @param descriptions of [#descriptions], in order
  static TitleNormaliser over(
      List<Concept> occupations, Vectors names, Vectors descriptions, Embedder embedder) {
    return new TitleNormaliser(occupations, names, descriptions, embedder);
  }

  static List<String> labels(List<Concept> concepts) {
    return concepts.stream().flatMap(concept -> concept.labels().stream()).toList();
  }

  static List<String> descriptions(List<Concept> concepts) {
    return concepts.stream()
        .map(concept -> concept.description().isBlank() ? concept.title() : concept.description())
        .toList();
  }

  private static int[] owners(List<Concept> concepts) {
    return IntStream.range(0, concepts.size())
        .flatMap(i -> IntStream.generate(() -> i).limit(concepts.get(i).labels().size()))
        .toArray();
  }

  private Vectors together() {
    List<float[]> sums = new ArrayList<>();
    for (int i = 0; i < occupations.size(); i++) {
      sums.add(new float[names.dimensions()]);
    }
    for (int label = 0; label < owners.length; label++) {
      float[] vector = names.vector(label);
      float[] sum = sums.get(owners[label]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    sums.forEach(Lengths::toOne);
    return Vectors.of(names.dimensions(), sums);
  }

  /// The occupations a title most likely means, best first.
  public List<Ranked> rank(String title, int limit) {
    float[] scores = scores(title);
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i))
        .limit(limit)
        .map(i -> new Ranked(occupations.get(i), scores[i]))
        .toList();
  }

  private float[] scores(String title) {
    float[] vector = embedder.embed(title);
    float[] scores = nearest(names.products(vector));
    float[] all = together.products(vector);
    float[] described = descriptions.products(vector);
    float[] byWord = nearest(words.likeness(title));
    float[] byCharacter = nearest(characters.likeness(title));
    for (int i = 0; i < scores.length; i++) {
      scores[i] +=
          ALL_NAMES * all[i]
              + DESCRIPTION * described[i]
              + WORDS * byWord[i]
              + CHARACTERS * byCharacter[i];
    }
    return scores;
  }

  /// The largest of each occupation's names.
  private float[] nearest(float[] byLabel) {
    float[] nearest = new float[occupations.size()];
    java.util.Arrays.fill(nearest, -1);
    for (int label = 0; label < byLabel.length; label++) {
      nearest[owners[label]] = Math.max(nearest[owners[label]], byLabel[label]);
    }
    return nearest;
  }
}
