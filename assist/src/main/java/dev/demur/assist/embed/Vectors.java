package dev.demur.assist.embed;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Vectors of length 1, side by side, each number in one byte. Immutable.
public final class Vectors {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = species(short.class, Short.SIZE);
  private static final VectorSpecies<Byte> BYTES = species(byte.class, Byte.SIZE);
  private static final int ROWS_AT_ONCE = 1 << 13;

  private static final int LARGEST = 127;

  private final int dimensions;
  private final byte[] values;
  private final float[] scales;

  private Vectors(int dimensions, byte[] values, float[] scales) {
    this.dimensions = dimensions;
    this.values = values;
    this.scales = scales;
  }

  /// As many lanes as the widest vector of ints has, so that all of one is cast to all of another.
  private static <E> VectorSpecies<E> species(Class<E> lane, int bits) {
    return VectorSpecies.of(lane, VectorShape.forBitSize(bits * INTS.length()));
  }

  /// Packs vectors.
  ///
  /// @param vectors each of this many numbers
  public static Vectors of(int dimensions, List<float[]> vectors) {
    byte[] values = new byte[Math.multiplyExact(dimensions, vectors.size())];
    float[] scales = new float[vectors.size()];
    for (int row = 0; row < scales.length; row++) {
      scales[row] = pack(vectors.get(row), values, row * dimensions);
    }
    return new Vectors(dimensions, values, scales);
  }

  private static float pack(float[] vector, byte[] into, int at) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = largest / LARGEST;
    for (int i = 0; i < vector.length; i++) {
      into[at + i] = scale == 0 ? 0 : (byte) Math.round(vector[i] / scale);
    }
    return scale;
  }

  /// One of the vectors of a collection.
  record Row(Vectors from, int row) {}

  /// Vectors of several collections, as they are packed there.
  static Vectors of(int dimensions, Row... rows) {
    byte[] values = new byte[Math.multiplyExact(dimensions, rows.length)];
    float[] scales = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Row row = rows[i];
      System.arraycopy(
          row.from().values, row.row() * dimensions, values, i * dimensions, dimensions);
      scales[i] = row.from().scales[row.row()];
    }
    return new Vectors(dimensions, values, scales);
  }

  static Vectors read(int dimensions, int size, ByteBuffer from) {
    float[] scales = new float[size];
    for (int i = 0; i < size; i++) {
      scales[i] = from.getFloat();
    }
    byte[] values = new byte[Math.multiplyExact(dimensions, size)];
    from.get(values);
    return new Vectors(dimensions, values, scales);
  }

  void write(ByteBuffer into) {
    for (float scale : scales) {
      into.putFloat(scale);
    }
    into.put(values);
  }

  static long bytes(int dimensions, int size) {
    return (long) size * (dimensions + Float.BYTES);
  }

  public int size() {
    return scales.length;
  }

  public int dimensions() {
    return dimensions;
  }

  /// One vector, about as it was given.
  public float[] vector(int row) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = values[row * dimensions + i] * scales[row];
    }
    return vector;
  }

  /// The product of every vector with another one: the cosine, if that has length 1.
  public float[] products(float[] with) {
    float[] products = new float[scales.length];
    byte[] packed = new byte[dimensions];
    float scale = pack(with, packed, 0);
    short[] wide = new short[dimensions];
    for (int i = 0; i < dimensions; i++) {
      wide[i] = packed[i];
    }
    IntStream.rangeClosed(0, products.length / ROWS_AT_ONCE)
        .parallel()
        .forEach(part -> {
          int end = Math.min(products.length, (part + 1) * ROWS_AT_ONCE);
          for (int row = part * ROWS_AT_ONCE; row < end; row++) {
            products[row] = product(wide, row * dimensions) * scale * scales[row];
          }
        });
    return products;
  }

  /// Whole numbers, so that the order of adding does not matter. The sum of two products of bytes
  /// of at most [#LARGEST] fits in 16 bits.
  private int product(short[] with, int at) {
    IntVector sums = IntVector.zero(INTS);
    int step = SHORTS.length();
    int i = 0;
    for (; i + 2 * step <= dimensions; i += 2 * step) {
      Vector<Short> pair = products(with, i, at).add(products(with, i + step, at));
      sums = sums.add(pair.castShape(INTS, 0));
    }
    int sum = sums.reduceLanes(VectorOperators.ADD);
    for (; i < dimensions; i++) {
      sum += with[i] * values[at + i];
    }
    return sum;
  }

  private Vector<Short> products(short[] with, int i, int at) {
    Vector<Short> own = ByteVector.fromArray(BYTES, values, at + i).castShape(SHORTS, 0);
    return ShortVector.fromArray(SHORTS, with, i).mul(own);
  }
}
