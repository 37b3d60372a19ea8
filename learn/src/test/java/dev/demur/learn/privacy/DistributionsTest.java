package dev.demur.learn.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.model.CounterRandom;
import org.junit.jupiter.api.Test;

class DistributionsTest {
  @Test
  void theNormalDistributionHasTheValuesOfTheTables() {
    Gaussian standard = new Gaussian(0, 1);

    assertThat(standard.cumulative(0)).isEqualTo(0.5);
    assertThat(standard.cumulative(1)).isCloseTo(0.841344746068543, within(1e-14));
    assertThat(standard.cumulative(-1.959963984540054)).isCloseTo(0.025, within(1e-14));
    assertThat(standard.cumulative(-6)).isCloseTo(9.865876450376946e-10, within(1e-22));
    assertThat(standard.cumulative(3)).isCloseTo(0.99865010196837, within(1e-13));
    assertThat(new Gaussian(2, 3).cumulative(5)).isEqualTo(standard.cumulative(1));
    assertThat(standard.logDensity(0)).isCloseTo(-0.918938533204673, within(1e-14));
  }

  @Test
  void withoutASkewTheSkewNormalDistributionIsTheNormalOne() {
    SkewNormal plain = new SkewNormal(1, 2, 0);

    for (double value : new double[] {-12, -3, 0, 1, 4, 9}) {
      double expected = new Gaussian(1, 2).cumulative(value);
      assertThat(plain.cumulative(value)).isCloseTo(expected, within(1e-9 * expected + 1e-15));
    }
  }

  @Test
  void withShapeOneItIsTheSquareOfTheNormalOne() {
    SkewNormal skewed = new SkewNormal(0, 1, 1);

    for (double value : new double[] {-5, -2, 0, 0.7, 2}) {
      double root = new Gaussian(0, 1).cumulative(value);
      assertThat(skewed.cumulative(value)).isCloseTo(root * root, within(1e-8 * root * root));
    }
  }

  @Test
  void isFoundAgainFromItsOwnValues() {
    CounterRandom random = CounterRandom.of(1, "skew");
    double delta = 4 / Math.sqrt(17);
    double[] values = new double[200_000];
    for (int i = 0; i < values.length; i++) {
      double common = Math.abs(random.gaussian(2L * i));
      double own = random.gaussian(2L * i + 1);
      values[i] = 10 + 3 * (delta * common + Math.sqrt(1 - delta * delta) * own);
    }

    SkewNormal fitted = SkewNormal.fit(values);

    assertThat(fitted.location()).isCloseTo(10, within(0.05));
    assertThat(fitted.scale()).isCloseTo(3, within(0.05));
    assertThat(fitted.shape()).isCloseTo(4, within(0.3));
  }

  @Test
  void refusesWhatHasNoSpread() {
    assertThatThrownBy(() -> new Gaussian(0, 0)).hasMessage("deviation must be positive, got 0.0");
    assertThatThrownBy(() -> new SkewNormal(0, -1, 0))
        .hasMessage("scale must be positive, got -1.0");
    assertThatThrownBy(() -> SkewNormal.fit(2, 2, 2))
        .hasMessage("a skew-normal fit needs at least three values that differ, got 3");
  }
}
