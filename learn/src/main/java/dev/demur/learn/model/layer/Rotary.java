package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Rotary position embedding [1]: turns pairs of values by angles that grow with the position.
///
/// Value i of the first half of a head is paired with value i of the second half, as in the Hugging
/// Face Llama checkpoints.
///
/// [1] Su et al., RoFormer, 2021, <https://arxiv.org/abs/2104.09864>
public final class Rotary {
  private static final int ROWS_AT_ONCE = 16;

  private final double[] frequencies;
  private final int half;

  /// Cosine and sine of every pair at every position, side by side: `float[position][2][half]`.
  /// Replaced as a whole when longer sequences come.
  private volatile float[] table = new float[0];

  /// @param frequencies radians for each position, one for each pair of values of a head
  public Rotary(double... frequencies) {
    this.frequencies = frequencies.clone();
    this.half = frequencies.length;
  }

  /// Makes the table for positions before `count`. Thread-safe, as is the rotation.
  public synchronized void prepare(int count) {
    int positions = table.length / (2 * half);
    if (count <= positions) {
      return;
    }
    float[] longer = new float[Math.max(count, 2 * positions) * 2 * half];
    for (int at = 0; at < longer.length; at += 2 * half) {
      int position = at / (2 * half);
      for (int pair = 0; pair < half; pair++) {
        double angle = position * frequencies[pair];
        longer[at + pair] = (float) StrictMath.cos(angle);
        longer[at + half + pair] = (float) StrictMath.sin(angle);
      }
    }
    table = longer;
  }

  /// Turns `heads` heads of each row in place.
  void forward(Workers workers, Sequences sequences, int heads, float[] values) {
    turnRows(workers, sequences, heads, values, 1f);
  }

  /// The gradient of a rotation is turned back by the same angle.
  void backward(Workers workers, Sequences sequences, int heads, float[] gradient) {
    turnRows(workers, sequences, heads, gradient, -1f);
  }

  private void turnRows(
      Workers workers, Sequences sequences, int heads, float[] values, float direction) {
    prepare(sequences.longest());
    int width = heads * 2 * half;
    workers.split(
        sequences.rows(),
        ROWS_AT_ONCE,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            turn(values, row * width, heads, sequences.position(row), direction);
          }
        });
  }

  /// Turns `heads` heads that start at `at`; `prepare` must have seen the position.
  public void turn(float[] values, int at, int heads, int position, float direction) {
    float[] turns = table;
    int cosines = position * 2 * half;
    int sines = cosines + half;
    for (int pair = 0; pair < half; pair += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(pair, half);
      FloatVector cosine = load(turns, cosines + pair, inside);
      FloatVector sine = load(turns, sines + pair, inside).mul(direction);
      for (int head = 0; head < heads; head++) {
        int first = at + head * 2 * half + pair;
        int second = first + half;
        FloatVector x = load(values, first, inside);
        FloatVector y = load(values, second, inside);
        x.mul(cosine).sub(y.mul(sine)).intoArray(values, first, inside);
        y.mul(cosine).add(x.mul(sine)).intoArray(values, second, inside);
      }
    }
  }

  private static FloatVector load(float[] data, int at, VectorMask<Float> inside) {
    return FloatVector.fromArray(Lanes.FLOATS, data, at, inside);
  }
}
