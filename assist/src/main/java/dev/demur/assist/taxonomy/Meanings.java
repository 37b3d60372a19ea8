package dev.demur.assist.taxonomy;

import dev.demur.assist.embed.Embedder;
import dev.demur.assist.embed.TextVectors;
import dev.demur.assist.embed.Vectors;
import java.util.List;
import java.util.Optional;

/// The concept of a catalogue whose preferred name means most nearly what a phrase does. Immutable.
public final class Meanings {
  /// Phrases farther apart than this are taken for different things.
  private static final double NEAR = 0.8;

  private static final Meanings NONE = new Meanings(List.of(), Optional.empty(), Optional.empty());

  private final List<Concept> concepts;
  private final Optional<Vectors> vectors;
  private final Optional<Embedder> embedder;

  private Meanings(List<Concept> concepts, Optional<Vectors> vectors, Optional<Embedder> embedder) {
    this.concepts = List.copyOf(concepts);
    this.vectors = vectors;
    this.embedder = embedder;
  }

  public static Meanings none() {
    return NONE;
  }

  /// Over concepts whose vectors are known.
  ///
  /// @param stored holds the vectors of the concepts' titles
  public static Meanings of(List<Concept> concepts, TextVectors stored, Embedder embedder) {
    return concepts.isEmpty()
        ? NONE
        : new Meanings(
            concepts,
            Optional.of(stored.of(concepts.stream().map(Concept::title).toList())),
            Optional.of(embedder));
  }

  /// The concept that a phrase means; nothing where none is near.
  Optional<Concept> of(String phrase) {
    if (vectors.isEmpty() || embedder.isEmpty() || phrase.isBlank()) {
      return Optional.empty();
    }
    float[] nearness = vectors.get().products(embedder.get().embed(phrase));
    int best = 0;
    for (int i = 1; i < nearness.length; i++) {
      best = nearness[i] > nearness[best] ? i : best;
    }
    return nearness[best] >= NEAR ? Optional.of(concepts.get(best)) : Optional.empty();
  }
}
