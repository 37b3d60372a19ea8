package dev.demur.learn.tensor;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The product of two matrices of 32-bit floats.
///
/// The same bits come out for any number of threads and any vector width; the essay below says why.
public final class MatrixProduct {
  /*
   * Why results do not depend on the machine.
   *
   * Floating-point addition is not associative: (a + b) + c and a + (b + c) may differ in the last
   * bit, and after some thousand training steps a last bit has become another model. Libraries that
   * aim for speed choose the order of additions by vector width, cache size and number of threads,
   * so two machines give two models, and nobody can check that a member's data left the weights by
   * training again without it. Here every output element has one order of additions, written in
   * the source:
   *
   * 1. Lanes are outputs. A vector holds neighbouring elements of one row of the result, and step k
   *    adds a[i][k] * b[k][j] to each, with k ascending. Twice the lanes make twice the elements at
   *    once, each from the same operands in the same order. No instruction adds lanes of one
   *    vector to each other.
   * 2. Each multiply-add is fused (one rounding). IEEE 754 defines the result exactly, and so does
   *    Math.fma, so the vector unit, a machine without one, and the interpreter agree.
   * 3. Threads share out output elements, never the terms of one sum. A sum that is long in k is cut
   *    into blocks only to stay in the cache: the running sum goes through memory as the same
   *    32-bit float that was in the register.
   * 4. Ragged edges are computed in full tiles, filled up with zeros, of which the surplus is thrown
   *    away. So there is no second, scalar path that could round differently.
   * 5. Long sums outside of products (norms, the softmax denominator, the loss) go through Sums: four
   *    interleaved sums in double precision, joined in a fixed order, in plain Java.
   * 6. Square root and division are correctly rounded by IEEE 754. The exponential is our own
   *    polynomial, built from fused multiply-adds (VectorMath); logarithm, power, sine and cosine
   *    are StrictMath, off the hot path. Math.exp and the like may differ between machines.
   *
   * How it is fast. The innermost loop keeps a tile of 6 rows by 2 vectors of the result in
   * registers: 12 independent running sums hide the latency of the multiply-add, and every value
   * that is loaded is used 6 or 2 times. With 2 vectors of the right side and 1 of the left, 15
   * registers are in use, one less than AVX2 has.
   */

  private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
  private static final int LANES = Lanes.COUNT;
  private static final int WIDTH = Panels.WIDTH;

  /// Rows of a tile.
  static final int HEIGHT = 6;

  /// Rows that are packed together, so that a panel of the right side is used while in the cache.
  private static final int BLOCK_ROWS = 16 * HEIGHT;

  /// Terms of a sum between two stays in memory: a panel that deep fits the first-level cache.
  private static final int BLOCK_DEPTH = 256;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private MatrixProduct() {}

  /// What one thread needs while it multiplies.
  private static final class Scratch {
    final Panels right = new Panels();
    final float[] left = new float[BLOCK_ROWS * BLOCK_DEPTH + LANES];
    final float[] tile = new float[HEIGHT * WIDTH];
  }

  /// `c = a * b`.
  public static void multiply(Workers workers, Matrix a, Matrix b, Matrix c) {
    Panels panels = SCRATCH.get().right;
    panels.pack(workers, b);
    multiply(workers, a, panels, c);
  }

  /// `c = c + a * b`.
  public static void multiplyAdd(Workers workers, Matrix a, Matrix b, Matrix c) {
    Panels panels = SCRATCH.get().right;
    panels.pack(workers, b);
    multiplyAdd(workers, a, panels, c);
  }

  /// `c = a * b` for an `a` of few rows: the columns of the result are shared out.
  public static void multiplyFewRows(Workers workers, Matrix a, Matrix b, Matrix c) {
    workers.split(
        b.columns(),
        WIDTH,
        (from, to) -> {
          Panels panels = SCRATCH.get().right;
          panels.pack(b.columns(from, to));
          multiply(a, panels, c.columns(from, to));
        });
  }

  /// `c = a * b`, for a `b` that serves several products.
  public static void multiply(Workers workers, Matrix a, Panels b, Matrix c) {
    workers.split(a.rows(), HEIGHT, (from, to) -> multiply(a.rows(from, to), b, c.rows(from, to)));
  }

  /// `c = c + a * b`, for a `b` that serves several products.
  public static void multiplyAdd(Workers workers, Matrix a, Panels b, Matrix c) {
    workers.split(
        a.rows(), HEIGHT, (from, to) -> multiplyAdd(a.rows(from, to), b, c.rows(from, to)));
  }

  /// `c = a * b` in the calling thread; the first `c.columns()` columns and `a.columns()` rows of
  /// `b` take part.
  public static void multiply(Matrix a, Panels b, Matrix c) {
    multiply(a, b, 0, c, false);
  }

  /// `c = c + a * b` in the calling thread, likewise.
  public static void multiplyAdd(Matrix a, Panels b, Matrix c) {
    multiply(a, b, 0, c, true);
  }

  /// `c = a * b` where row 0 of the right side is row `firstRow` of `b`.
  public static void multiply(Matrix a, Panels b, int firstRow, Matrix c) {
    multiply(a, b, firstRow, c, false);
  }

  /// `c = c + a * b` where row 0 of the right side is row `firstRow` of `b`.
  public static void multiplyAdd(Matrix a, Panels b, int firstRow, Matrix c) {
    multiply(a, b, firstRow, c, true);
  }

  private static void multiply(Matrix a, Panels b, int firstRow, Matrix c, boolean addToResult) {
    check(a, b, firstRow, c);
    int depth = a.columns();
    for (int row = 0; row < a.rows(); row += BLOCK_ROWS) {
      int rows = Math.min(BLOCK_ROWS, a.rows() - row);
      for (int k = 0; k < depth; k += BLOCK_DEPTH) {
        int terms = Math.min(BLOCK_DEPTH, depth - k);
        Matrix left = a.rows(row, row + rows).columns(k, k + terms);
        multiplyBlock(left, b, firstRow + k, c.rows(row, row + rows), addToResult || k > 0);
      }
    }
  }

  private static void check(Matrix a, Panels b, int firstRow, Matrix c) {
    boolean fits =
        a.rows() == c.rows()
            && firstRow + a.columns() <= b.depth()
            && c.columns() <= b.columns()
            && c.columnStride() == 1;
    if (!fits || a.columns() == 0) {
      throw new IllegalArgumentException(
          "%s times rows %d on of a %d x %d matrix does not give %s (whose rows must be contiguous)"
              .formatted(a, firstRow, b.depth(), b.columns(), c));
    }
  }

  private static void multiplyBlock(
      Matrix left, Panels b, int firstRow, Matrix c, boolean addToResult) {
    Scratch scratch = SCRATCH.get();
    int depth = left.columns();
    packLeft(left, scratch.left);
    for (int column = 0; column < c.columns(); column += WIDTH) {
      int width = Math.min(WIDTH, c.columns() - column);
      int panel = column * b.depth() + firstRow * WIDTH;
      for (int row = 0; row < left.rows(); row += HEIGHT) {
        int height = Math.min(HEIGHT, left.rows() - row);
        int target = c.offset() + row * c.rowStride() + column;
        if (height == HEIGHT && width == WIDTH) {
          tile(
              scratch.left,
              row * depth,
              depth,
              b.data(),
              panel,
              c.data(),
              target,
              c.rowStride(),
              addToResult);
        } else {
          copyTile(c.data(), target, c.rowStride(), scratch.tile, 0, WIDTH, height, width);
          tile(
              scratch.left,
              row * depth,
              depth,
              b.data(),
              panel,
              scratch.tile,
              0,
              WIDTH,
              addToResult);
          copyTile(scratch.tile, 0, WIDTH, c.data(), target, c.rowStride(), height, width);
        }
      }
    }
  }

  private static void copyTile(
      float[] source,
      int from,
      int fromStride,
      float[] target,
      int to,
      int toStride,
      int height,
      int width) {
    for (int row = 0; row < height; row++) {
      System.arraycopy(source, from + row * fromStride, target, to + row * toStride, width);
    }
  }

  /// Layout `float[tile][depth][HEIGHT]`, the last tile filled up with zeros.
  private static void packLeft(Matrix left, float[] packed) {
    int depth = left.columns();
    int whole = left.rows() - left.rows() % HEIGHT;
    boolean neighbours = left.rowStride() == 1 && LANES >= HEIGHT;
    for (int row = 0; row < whole; row += HEIGHT) {
      if (neighbours) {
        packSixNeighbours(left, left.at(row, 0), packed, row * depth);
      } else {
        packSixRows(left, left.at(row, 0), packed, row * depth);
      }
    }
    if (whole < left.rows()) {
      Arrays.fill(packed, whole * depth, (whole + HEIGHT) * depth, 0f);
      for (int row = whole; row < left.rows(); row++) {
        packRow(left, left.at(row, 0), packed, whole * depth + row - whole);
      }
    }
  }

  /// Six values that lie side by side go as one vector, whose surplus the next one overwrites.
  private static void packSixNeighbours(Matrix left, int source, float[] packed, int target) {
    float[] data = left.data();
    int step = left.columnStride();
    int end = target + left.columns() * HEIGHT;
    int from = source;
    int to = target;
    for (; to < end && from + LANES <= data.length; from += step, to += HEIGHT) {
      load(data, from).intoArray(packed, to);
    }
    for (; to < end; from += step, to += HEIGHT) {
      System.arraycopy(data, from, packed, to, HEIGHT);
    }
  }

  private static void packSixRows(Matrix left, int source, float[] packed, int target) {
    float[] data = left.data();
    int step = left.columnStride();
    int row1 = left.rowStride();
    int row2 = 2 * row1;
    int row3 = 3 * row1;
    int row4 = 4 * row1;
    int row5 = 5 * row1;
    int end = target + left.columns() * HEIGHT;
    for (int from = source, to = target; to < end; from += step, to += HEIGHT) {
      packed[to] = data[from];
      packed[to + 1] = data[from + row1];
      packed[to + 2] = data[from + row2];
      packed[to + 3] = data[from + row3];
      packed[to + 4] = data[from + row4];
      packed[to + 5] = data[from + row5];
    }
  }

  private static void packRow(Matrix left, int source, float[] packed, int target) {
    float[] data = left.data();
    int step = left.columnStride();
    int depth = left.columns();
    for (int k = 0, from = source, to = target; k < depth; k++, from += step, to += HEIGHT) {
      packed[to] = data[from];
    }
  }

  /// A tile of 6 rows by 2 vectors of the result; see the essay above. Unrolled by hand, because
  /// the compiler keeps only named vectors in registers.
  private static void tile(
      float[] left,
      int l,
      int depth,
      float[] panel,
      int p,
      float[] c,
      int at,
      int stride,
      boolean addToResult) {
    FloatVector zero = FloatVector.zero(FLOATS);
    FloatVector c00 = zero, c01 = zero;
    FloatVector c10 = zero, c11 = zero;
    FloatVector c20 = zero, c21 = zero;
    FloatVector c30 = zero, c31 = zero;
    FloatVector c40 = zero, c41 = zero;
    FloatVector c50 = zero, c51 = zero;
    int row1 = at + stride;
    int row2 = row1 + stride;
    int row3 = row2 + stride;
    int row4 = row3 + stride;
    int row5 = row4 + stride;
    if (addToResult) {
      c00 = load(c, at);
      c01 = load(c, at + LANES);
      c10 = load(c, row1);
      c11 = load(c, row1 + LANES);
      c20 = load(c, row2);
      c21 = load(c, row2 + LANES);
      c30 = load(c, row3);
      c31 = load(c, row3 + LANES);
      c40 = load(c, row4);
      c41 = load(c, row4 + LANES);
      c50 = load(c, row5);
      c51 = load(c, row5 + LANES);
    }
    for (int k = 0; k < depth; k++, l += HEIGHT, p += WIDTH) {
      FloatVector b0 = load(panel, p);
      FloatVector b1 = load(panel, p + LANES);
      FloatVector a = FloatVector.broadcast(FLOATS, left[l]);
      c00 = a.fma(b0, c00);
      c01 = a.fma(b1, c01);
      a = FloatVector.broadcast(FLOATS, left[l + 1]);
      c10 = a.fma(b0, c10);
      c11 = a.fma(b1, c11);
      a = FloatVector.broadcast(FLOATS, left[l + 2]);
      c20 = a.fma(b0, c20);
      c21 = a.fma(b1, c21);
      a = FloatVector.broadcast(FLOATS, left[l + 3]);
      c30 = a.fma(b0, c30);
      c31 = a.fma(b1, c31);
      a = FloatVector.broadcast(FLOATS, left[l + 4]);
      c40 = a.fma(b0, c40);
      c41 = a.fma(b1, c41);
      a = FloatVector.broadcast(FLOATS, left[l + 5]);
      c50 = a.fma(b0, c50);
      c51 = a.fma(b1, c51);
    }
    c00.intoArray(c, at);
    c01.intoArray(c, at + LANES);
    c10.intoArray(c, row1);
    c11.intoArray(c, row1 + LANES);
    c20.intoArray(c, row2);
    c21.intoArray(c, row2 + LANES);
    c30.intoArray(c, row3);
    c31.intoArray(c, row3 + LANES);
    c40.intoArray(c, row4);
    c41.intoArray(c, row4 + LANES);
    c50.intoArray(c, row5);
    c51.intoArray(c, row5 + LANES);
  }

  private static FloatVector load(float[] data, int at) {
    return FloatVector.fromArray(FLOATS, data, at);
  }
}
