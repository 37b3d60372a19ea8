package dev.demur.learn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.testsupport.Seeds;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductTest {
  static LongStream seeds() {
    return Seeds.upTo(60);
  }

  /// The definition: fused multiply-adds in ascending order.
  private static float[] expected(Matrix a, Matrix b, float[] start, int columns) {
    float[] c = start.clone();
    for (int row = 0; row < a.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        float sum = c[row * columns + column];
        for (int k = 0; k < a.columns(); k++) {
          sum = Math.fma(a.data()[a.at(row, k)], b.data()[b.at(k, column)], sum);
        }
        c[row * columns + column] = sum;
      }
    }
    return c;
  }

  private static float[] random(SplittableRandom random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return values;
  }

  private static Matrix randomMatrix(SplittableRandom random, int rows, int columns) {
    boolean transposed = random.nextBoolean();
    int height = transposed ? columns : rows;
    int width = transposed ? rows : columns;
    int offset = random.nextInt(5);
    int stride = width + random.nextInt(4);
    float[] data = random(random, offset + height * stride);
    Matrix matrix = Matrix.of(data, offset, height, width, stride);
    return transposed ? matrix.transposed() : matrix;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theProductIsExactlyThatOfTheDefinition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 1 + random.nextInt(random.nextInt(8) == 0 ? 210 : 20);
    int depth = 1 + random.nextInt(random.nextInt(8) == 0 ? 600 : 40);
    int columns = 1 + random.nextInt(90);
    Matrix a = randomMatrix(random, rows, depth);
    Matrix b = randomMatrix(random, depth, columns);
    float[] start = random(random, rows * columns);

    float[] added = start.clone();
    float[] set = start.clone();
    float[] byColumns = start.clone();
    try (Workers workers = Workers.of(1 + random.nextInt(3))) {
      MatrixProduct.multiplyAdd(workers, a, b, Matrix.of(added, rows, columns));
      MatrixProduct.multiply(workers, a, b, Matrix.of(set, rows, columns));
      MatrixProduct.multiplyFewRows(workers, a, b, Matrix.of(byColumns, rows, columns));
    }

    assertThat(added).isEqualTo(expected(a, b, start, columns));
    assertThat(set).isEqualTo(expected(a, b, new float[start.length], columns));
    assertThat(byColumns).isEqualTo(set);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneRowGivesTheBitsOfTheFullProduct(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int depth = 1 + random.nextInt(40);
    int columns = 1 + random.nextInt(90);
    Matrix a = Matrix.of(random(random, depth), 1, depth);
    Matrix b = Matrix.of(random(random, depth * columns), depth, columns);
    float[] start = random(random, columns);

    float[] sum = start.clone();
    RowProduct.multiplyAdd(a.data(), 0, b, sum, 0);

    assertThat(sum).isEqualTo(expected(a, b, start, columns));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partOfThePanelsMultipliesLikePartOfTheMatrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int depth = 2 + random.nextInt(40);
    int columns = 2 + random.nextInt(90);
    int firstRow = random.nextInt(depth);
    int terms = 1 + random.nextInt(depth - firstRow);
    int taken = 1 + random.nextInt(columns);
    Matrix a = randomMatrix(random, 7, terms);
    Matrix b = randomMatrix(random, depth, columns);

    float[] product = new float[7 * taken];
    MatrixProduct.multiply(a, Panels.of(b), firstRow, Matrix.of(product, 7, taken));

    Matrix part = b.rows(firstRow, firstRow + terms);
    assertThat(product).isEqualTo(expected(a, part, new float[product.length], taken));
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    Matrix a = Matrix.of(new float[6], 2, 3);
    Matrix c = Matrix.of(new float[4], 2, 2);
    Panels b = Panels.of(Matrix.of(new float[4], 2, 2));

    assertThatThrownBy(() -> MatrixProduct.multiply(a, b, c))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Matrix[2, 3] times rows 0 on of a 2 x 2 matrix does not give Matrix[2, 2] (whose rows"
                + " must be contiguous)");
    assertThatThrownBy(() -> Matrix.of(new float[5], 2, 3))
        .hasMessage("a 2 x 3 matrix at 0, rows 3 apart, does not fit in 5 values");
    assertThatThrownBy(() -> a.rows(1, 3)).hasMessage("rows 1 to 3 of a matrix with 2");
    assertThatThrownBy(() -> Matrix.of(Tensor.zeros(4)))
        .hasMessage("a matrix has two dimensions, got shape [4]");
  }
}
