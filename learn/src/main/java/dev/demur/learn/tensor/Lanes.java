package dev.demur.learn.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// How many floats this machine computes at once.
///
/// No result may depend on it: a lane only ever holds its own output element, and lanes are never
/// added to one another. See [dev.demur.learn.tensor.MatrixProduct] for why.
public final class Lanes {
  /// The widest vectors this machine likes.
  public static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  /// Floats in one vector: 16 with AVX-512, 8 with AVX2.
  public static final int COUNT = FLOATS.length();

  private Lanes() {}

  /// The lanes of a vector at `from` that lie before `to`; all of them but at the end of an array.
  public static VectorMask<Float> before(int from, int to) {
    return FLOATS.indexInRange(from, to);
  }
}
