package dev.demur.assist.embed;

import java.util.List;

/// Turns texts into vectors whose cosine says how alike they are.
///
/// The vector of a text is a function of the text alone: not of the other texts of a call, nor of
/// anything seen before.
public interface Embedder {
  /// How many numbers a vector has.
  int dimensions();

  /// What computes the vectors, as it is written beside stored ones.
  String name();

  /// A vector of length 1 for each text, in the order of the texts.
  List<float[]> embed(List<String> texts);

  /// The vector of one text.
  default float[] embed(String text) {
    return embed(List.of(text)).getFirst();
  }
}
