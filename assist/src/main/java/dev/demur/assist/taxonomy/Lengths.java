package dev.demur.assist.taxonomy;

/// Lengths of vectors.
final class Lengths {
  private Lengths() {}

  /// Makes a vector one of length 1, in place; one without length stays.
  static void toOne(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    if (squares > 0) {
      float scale = (float) (1 / StrictMath.sqrt(squares));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
  }
}
