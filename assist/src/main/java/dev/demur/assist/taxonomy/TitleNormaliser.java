package dev.demur.assist.taxonomy;

import dev.demur.assist.embed.Embedder;
import dev.demur.assist.embed.TextVectors;
import dev.demur.assist.embed.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the occupation that a job title means.
///
/// Five likenesses are added: of the vectors of the title and of the occupation's nearest name, of
/// all its names together, and of its description; of words, and of stretches of characters, with
/// its nearest name. A second catalogue, which has other names for the same work, can give a sixth:
/// of what the title means there. A title that says more than the work, as those of advertisements
/// do, is looked for once more without that. The weights are public constants. Immutable.
public final class TitleNormaliser {
  private static final float ALL_NAMES = 1.0f;
  private static final float DESCRIPTION = 0.3f;
  private static final float WORDS = 0.3f;
  private static final float CHARACTERS = 0.3f;
  private static final float ELSEWHERE = 0.6f;
  private static final float BARE = 0.15f;

  /// So many of the second catalogue's occupations count, and how much sharper a likeness makes it.
  private static final int NEIGHBOURS = 5;

  private static final double SHARPNESS = 10;

  private final List<Concept> occupations;
  private final int[] owners;
  private final Vectors names;
  private final Vectors together;
  private final Vectors descriptions;
  private final Sparse words;
  private final Sparse characters;
  private final Embedder embedder;
  private final Optional<TitleNormaliser> second;

  private TitleNormaliser(
      List<Concept> occupations,
      Vectors names,
      Vectors descriptions,
      Embedder embedder,
      Optional<TitleNormaliser> second) {
    this.second = second;
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
        embedder,
        Optional.empty());
  }

  /// The same, with another catalogue's names to go by as well.
  public TitleNormaliser with(TitleNormaliser other) {
    return new TitleNormaliser(occupations, names, descriptions, embedder, Optional.of(other));
  }

  /// Over the occupations of a catalogue, whose vectors are known.
  ///
  /// @param stored holds those of [#texts]
  public static TitleNormaliser over(
      List<Concept> occupations, TextVectors stored, Embedder embedder) {
    return new TitleNormaliser(
        occupations,
        stored.of(labels(occupations)),
        stored.of(descriptions(occupations)),
        embedder,
        Optional.empty());
  }

  /// What must have vectors for titles to be found among these occupations.
  public static List<String> texts(List<Concept> occupations) {
    return Stream.concat(labels(occupations).stream(), descriptions(occupations).stream())
        .distinct()
        .toList();
  }

  private static List<String> labels(List<Concept> concepts) {
    return concepts.stream().flatMap(concept -> concept.labels().stream()).toList();
  }

  private static List<String> descriptions(List<Concept> concepts) {
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
    return best(scores, limit).mapToObj(i -> new Ranked(occupations.get(i), scores[i])).toList();
  }

  private static IntStream best(float[] scores, int limit) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i))
        .limit(limit)
        .mapToInt(i -> i);
  }

  private float[] scores(String title) {
    float[] scores = scoresAsWritten(title);
    String bare = BareTitle.of(title);
    if (!bare.equals(title)) {
      float[] once = scoresAsWritten(bare);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += BARE * once[i];
      }
    }
    return scores;
  }

  private float[] scoresAsWritten(String title) {
    float[] vector = embedder.embed(title);
    float[] scores = nearest(names.products(vector));
    float[] all = together.products(vector);
    float[] described = descriptions.products(vector);
    float[] byWord = nearest(words.likeness(title));
    float[] byCharacter = nearest(characters.likeness(title));
    float[] elsewhere =
        second
            .map(other -> together.products(other.meaning(title)))
            .orElseGet(() -> new float[occupations.size()]);
    for (int i = 0; i < scores.length; i++) {
      scores[i] +=
          ALL_NAMES * all[i]
              + DESCRIPTION * described[i]
              + WORDS * byWord[i]
              + CHARACTERS * byCharacter[i]
              + ELSEWHERE * elsewhere[i];
    }
    return scores;
  }

  /// What a title means: the names of the nearest occupations together, the nearer weighing more.
  private float[] meaning(String title) {
    float[] scores = scores(title);
    int[] nearest = best(scores, NEIGHBOURS).toArray();
    double[] weights =
        Arrays.stream(nearest)
            .mapToDouble(i -> StrictMath.exp(SHARPNESS * (scores[i] - scores[nearest[0]])))
            .toArray();
    double sum = Arrays.stream(weights).sum();
    float[] meaning = new float[together.dimensions()];
    for (int k = 0; k < nearest.length; k++) {
      float[] vector = together.vector(nearest[k]);
      for (int i = 0; i < meaning.length; i++) {
        meaning[i] += (float) (weights[k] / sum) * vector[i];
      }
    }
    return meaning;
  }

  /// The largest of each occupation's names.
  private float[] nearest(float[] byLabel) {
    float[] nearest = new float[occupations.size()];
    Arrays.fill(nearest, -1);
    for (int label = 0; label < byLabel.length; label++) {
      nearest[owners[label]] = Math.max(nearest[owners[label]], byLabel[label]);
    }
    return nearest;
  }
}
