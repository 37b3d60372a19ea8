package dev.demur.learn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class VectorMathTest {
  private static float exp(float x) {
    return VectorMath.exp(FloatVector.broadcast(Lanes.FLOATS, x)).lane(0);
  }

  @Test
  void theExponentialIsGoodToTwoUnitsInTheLastPlace() {
    for (double x = -86.5; x < 87.5; x += 0.0173) {
      float argument = (float) x;
      double exact = StrictMath.exp(argument);
      assertThat((double) exp(argument))
          .as("e^%s", argument)
          .isCloseTo(exact, within(2.0 * Math.ulp((float) exact)));
    }
  }

  @Test
  void theExponentialIsFiniteAndPositiveEverywhere() {
    assertThat(exp(0)).isEqualTo(1f);
    assertThat(exp(-1000)).isGreaterThan(0f).isLessThan(2e-38f);
    assertThat(exp(1000)).isGreaterThan(1e38f).isLessThan(Float.POSITIVE_INFINITY);
    assertThat(exp(Float.NEGATIVE_INFINITY)).isEqualTo(exp(-87));
  }

  @Test
  void rowOperationsStayWithinTheRow() {
    for (int count = 1; count < 40; count++) {
      float[] values = new float[count + 2];
      float[] added = new float[count + 2];
      for (int i = 0; i < values.length; i++) {
        values[i] = i % 7;
        added[i] = 100;
      }
      float[] before = values.clone();

      VectorMath.add(values, 1, added, 1, count);
      VectorMath.scale(values, 1, count, 2);

      assertThat(values[0]).isEqualTo(before[0]);
      assertThat(values[count + 1]).isEqualTo(before[count + 1]);
      for (int i = 1; i <= count; i++) {
        assertThat(values[i]).isEqualTo((before[i] + 100) * 2);
      }
      assertThat(VectorMath.maximum(before, 1, count)).isEqualTo(Math.min(count, 6));
    }
  }

  @Test
  void sumsAddEveryValueOnceAndIgnoreTrailingZeros() {
    float[] values = new float[50];
    for (int count = 0; count < 40; count++) {
      assertThat(Sums.sum(values, 3, count)).isEqualTo(count * (count + 1) / 2.0);
      assertThat(Sums.sum(values, 3, count + 5)).isEqualTo(count * (count + 1) / 2.0);
      assertThat(Sums.squares(values, 3, count))
          .isEqualTo(count * (count + 1) * (2 * count + 1) / 6.0);
      values[3 + count] = count + 1;
    }
  }
}
