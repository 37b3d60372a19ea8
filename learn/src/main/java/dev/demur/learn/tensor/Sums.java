package dev.demur.learn.tensor;

/// Long sums in double precision, in one fixed order.
///
/// Element i goes to running sum i mod 4, and the four are joined as (s0 + s1) + (s2 + s3). Four
/// sums instead of one let the processor overlap the additions. Trailing zeros change nothing, so a
/// row may be summed with its padding.
public final class Sums {
  private Sums() {}

  /// The sum of `count` values from `from` on.
  public static double sum(float[] values, int from, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int whole = from + (count & -4);
    for (int i = from; i < whole; i += 4) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
    }
    int rest = count & 3;
    s0 += rest > 0 ? values[whole] : 0;
    s1 += rest > 1 ? values[whole + 1] : 0;
    s2 += rest > 2 ? values[whole + 2] : 0;
    return (s0 + s1) + (s2 + s3);
  }

  /// The sum of the products of `count` pairs; each product is exact.
  public static double dot(float[] left, int leftFrom, float[] right, int rightFrom, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int whole = count & -4;
    for (int i = 0; i < whole; i += 4) {
      int l = leftFrom + i;
      int r = rightFrom + i;
      s0 += (double) left[l] * right[r];
      s1 += (double) left[l + 1] * right[r + 1];
      s2 += (double) left[l + 2] * right[r + 2];
      s3 += (double) left[l + 3] * right[r + 3];
    }
    int l = leftFrom + whole;
    int r = rightFrom + whole;
    int rest = count & 3;
    s0 += rest > 0 ? (double) left[l] * right[r] : 0;
    s1 += rest > 1 ? (double) left[l + 1] * right[r + 1] : 0;
    s2 += rest > 2 ? (double) left[l + 2] * right[r + 2] : 0;
    return (s0 + s1) + (s2 + s3);
  }

  /// The sum of the squares of `count` values from `from` on.
  public static double squares(float[] values, int from, int count) {
    return dot(values, from, values, from, count);
  }
}
