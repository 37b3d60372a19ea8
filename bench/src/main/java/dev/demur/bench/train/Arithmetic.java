package dev.demur.bench.train;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Workers;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import jdk.incubator.vector.FloatVector;

/// How many 32-bit operations a second one core does: at most, and in our matrix product.
final class Arithmetic {
  private static final int CHAINS = 16;
  private static final int CHAIN_LENGTH = 100_000;
  private static final int ROUNDS = 200;

  @SuppressWarnings("UnusedVariable") // written, so that the work is not dropped
  private static volatile float sink;

  private Arithmetic() {}

  /// Floating-point operations for each second of CPU when nothing but fused multiply-adds on
  /// registers is done: as many as the core can.
  static double peak() {
    long operations = 2L * CHAINS * Lanes.COUNT * CHAIN_LENGTH;
    return best(() -> {
      sink = multiplyAdds(CHAIN_LENGTH);
      return operations;
    });
  }

  /// The same of the product of a batch's activations and a weight.
  ///
  /// @param rows tokens of the batch
  static double product(int rows, int inputs, int outputs) {
    Matrix x = random(rows, inputs);
    Matrix weight = random(outputs, inputs);
    Matrix y = Matrix.of(new float[rows * outputs], rows, outputs);
    try (Workers workers = Workers.of(1)) {
      return best(() -> {
        MatrixProduct.multiply(workers, x, weight.transposed(), y);
        return 2L * rows * inputs * outputs;
      });
    }
  }

  private static Matrix random(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(rows + columns);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble() - 0.5f;
    }
    return Matrix.of(values, rows, columns);
  }

  private static double best(LongSupplier work) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = Race.cpuNanos();
      long operations = work.getAsLong();
      best = Math.max(best, operations * 1e9 / (Race.cpuNanos() - cpu));
    }
    return best;
  }

  /// Sixteen independent chains hide the latency of the operation; unrolled by hand, because only
  /// named vectors stay in registers.
  private static float multiplyAdds(int length) {
    FloatVector a = FloatVector.broadcast(Lanes.FLOATS, 0.999f);
    FloatVector b = FloatVector.broadcast(Lanes.FLOATS, 0.001f);
    FloatVector c0 = b, c1 = b, c2 = b, c3 = b, c4 = b, c5 = b, c6 = b, c7 = b;
    FloatVector c8 = b, c9 = b, c10 = b, c11 = b, c12 = b, c13 = b, c14 = b, c15 = b;
    for (int i = 0; i < length; i++) {
      c0 = c0.fma(a, b);
      c1 = c1.fma(a, b);
      c2 = c2.fma(a, b);
      c3 = c3.fma(a, b);
      c4 = c4.fma(a, b);
      c5 = c5.fma(a, b);
      c6 = c6.fma(a, b);
      c7 = c7.fma(a, b);
      c8 = c8.fma(a, b);
      c9 = c9.fma(a, b);
      c10 = c10.fma(a, b);
      c11 = c11.fma(a, b);
      c12 = c12.fma(a, b);
      c13 = c13.fma(a, b);
      c14 = c14.fma(a, b);
      c15 = c15.fma(a, b);
    }
    FloatVector low = c0.add(c1).add(c2).add(c3).add(c4).add(c5).add(c6).add(c7);
    FloatVector high = c8.add(c9).add(c10).add(c11).add(c12).add(c13).add(c14).add(c15);
    return low.add(high).lane(0);
  }
}
