package dev.demur.learn.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Elementary functions and row operations on vectors of floats, the same bits on every machine.
public final class VectorMath {
  private static final float MIN_EXPONENT = -87f;
  private static final float MAX_EXPONENT = 88f;
  private static final float LOG2_E = 1.442695f;

  /// Adding it leaves the nearest integer in the low bits of the mantissa: 1.5 * 2^23.
  private static final float ROUNDER = 12582912f;

  /// ln 2 in two parts, the first with few enough bits that n times it is exact.
  private static final float LN_2_HIGH = 0.6933594f;

  private static final float LN_2_LOW = -2.1219444e-4f;
  private static final int MANTISSA_BITS = 23;

  private VectorMath() {}

  /// e to the power of x, to about one unit in the last place.
  ///
  /// x is first limited to -87 to 88, where the result is neither subnormal nor infinite. Then e^x
  /// = 2^n * e^r with n = round(x / ln 2) and |r| <= ln 2 / 2; e^r is a polynomial of degree 6 with
  /// the coefficients of Cephes `expf` [1], and 2^n is added to the exponent bits.
  ///
  /// [1] S. L. Moshier, Cephes Mathematical Library, single/expf.c, <https://netlib.org/cephes/>
  public static FloatVector exp(FloatVector x) {
    FloatVector limited = x.max(MIN_EXPONENT).min(MAX_EXPONENT);
    FloatVector shifted = limited.fma(constant(LOG2_E), constant(ROUNDER));
    FloatVector n = shifted.sub(ROUNDER);
    FloatVector r = n.fma(constant(-LN_2_HIGH), limited);
    r = n.fma(constant(-LN_2_LOW), r);
    FloatVector p = constant(1.9875691e-4f).fma(r, constant(1.3981999e-3f));
    p = p.fma(r, constant(8.333452e-3f));
    p = p.fma(r, constant(4.1665796e-2f));
    p = p.fma(r, constant(0.16666666f));
    p = p.fma(r, constant(0.5f));
    p = p.fma(r.mul(r), r).add(1f);
    var power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
    return p.reinterpretAsInts().add(power).reinterpretAsFloats();
  }

  /// 1 / (1 + e^-x).
  public static FloatVector sigmoid(FloatVector x) {
    return constant(1f).div(exp(x.neg()).add(1f));
  }

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(Lanes.FLOATS, value);
  }

  /// Replaces each of `count` values v by e^(v - their maximum) and returns that maximum.
  public static float expBelowMaximum(float[] values, int from, int count) {
    float maximum = maximum(values, from, count);
    int end = from + count;
    for (int i = from; i < end; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, end);
      FloatVector v = FloatVector.fromArray(Lanes.FLOATS, values, i, inside);
      exp(v.sub(maximum)).intoArray(values, i, inside);
    }
    return maximum;
  }

  /// The largest of `count` values. The one place where lanes meet: a maximum is the same in any
  /// order.
  public static float maximum(float[] values, int from, int count) {
    FloatVector largest = constant(Float.NEGATIVE_INFINITY);
    int end = from + count;
    int whole = from + Lanes.FLOATS.loopBound(count);
    for (int i = from; i < whole; i += Lanes.COUNT) {
      largest = largest.max(FloatVector.fromArray(Lanes.FLOATS, values, i));
    }
    float maximum = largest.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < end; i++) {
      maximum = Math.max(maximum, values[i]);
    }
    return maximum;
  }

  /// Multiplies each of `count` values by `factor`.
  public static void scale(float[] values, int from, int count, float factor) {
    int end = from + count;
    for (int i = from; i < end; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, end);
      FloatVector.fromArray(Lanes.FLOATS, values, i, inside)
          .mul(factor)
          .intoArray(values, i, inside);
    }
  }

  /// Adds `count` values of `source` to as many of `target`.
  public static void add(float[] target, int targetFrom, float[] source, int from, int count) {
    for (int i = 0; i < count; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, count);
      FloatVector added = FloatVector.fromArray(Lanes.FLOATS, source, from + i, inside);
      FloatVector.fromArray(Lanes.FLOATS, target, targetFrom + i, inside)
          .add(added)
          .intoArray(target, targetFrom + i, inside);
    }
  }

  /// `values[i] = (values[i] - centre) * weights[i] * factor` for `count` values: softmax backward.
  public static void centreAndScale(
      float[] values,
      int from,
      float[] weights,
      int weightsFrom,
      int count,
      float centre,
      float factor) {
    for (int i = 0; i < count; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, count);
      FloatVector weight = FloatVector.fromArray(Lanes.FLOATS, weights, weightsFrom + i, inside);
      FloatVector.fromArray(Lanes.FLOATS, values, from + i, inside)
          .sub(centre)
          .mul(weight)
          .mul(factor)
          .intoArray(values, from + i, inside);
    }
  }
}
