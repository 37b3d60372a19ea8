package dev.demur.learn.privacy;

/// One guess of an attack: was this learnt from?
///
/// @param score the higher, the surer the attack is of membership
/// @param member whether it was
/// @param cluster whose it is: attempts of one cluster hang together, those of two do not
public record Attempt(double score, boolean member, int cluster) {
  public Attempt {
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException("a score must be a number, got NaN");
    }
  }
}
