package dev.demur.learn.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.model.CounterRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocCurveTest {
  private static final Gaussian STANDARD = new Gaussian(0, 1);

  /// Members score normally about `shift`, others about 0.
  private static List<Attempt> gaussians(int each, double shift) {
    CounterRandom random = CounterRandom.of(1, "scores");
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      attempts.add(new Attempt(random.gaussian(2L * i) + shift, true, i));
      attempts.add(new Attempt(random.gaussian(2L * i + 1), false, i));
    }
    return attempts;
  }

  @Test
  void twoGaussiansHaveTheCurveThatTheyMust() {
    RocCurve curve = new RocCurve(gaussians(100_000, 1));

    assertThat(curve.area()).isCloseTo(STANDARD.cumulative(1 / Math.sqrt(2)), within(0.003));
    // Others exceed 2.3263 with 1 %, members with P(Z > 1.3263).
    double expected = STANDARD.cumulative(1 - 2.326347874040841);
    assertThat(curve.at(0.01).truePositiveRate()).isCloseTo(expected, within(0.006));
  }

  @Test
  void chanceHasAnAreaOfHalf() {
    assertThat(new RocCurve(gaussians(50_000, 0)).area()).isCloseTo(0.5, within(0.005));
  }

  @Test
  void equalScoresAreAccusedTogether() {
    RocCurve curve =
        new RocCurve(
            List.of(
                new Attempt(2, true, 0),
                new Attempt(1, true, 1),
                new Attempt(1, false, 2),
                new Attempt(0, false, 3)));

    assertThat(curve.area()).isEqualTo(0.875);
    assertThat(curve.at(0.4).truePositiveRate()).isEqualTo(0.5);
    assertThat(curve.at(0.5).truePositiveRate()).isEqualTo(1);
    assertThat(curve.points()).hasSize(4);
  }

  @Test
  void whatIsAlwaysEqualAccusesNobodyBelowEverybody() {
    RocCurve curve = new RocCurve(List.of(new Attempt(1, true, 0), new Attempt(1, false, 1)));

    assertThat(curve.area()).isEqualTo(0.5);
    assertThat(curve.at(0.99).truePositiveRate()).isEqualTo(0);
  }

  @Test
  void theIntervalOfTheAreaHoldsTheTruthAndIsTheSameForASeed() {
    RocCurve curve = new RocCurve(gaussians(400, 1));
    Bootstrap bootstrap = new Bootstrap(400, 0.95, 7);

    Interval interval = bootstrap.area(curve);

    double truth = STANDARD.cumulative(1 / Math.sqrt(2));
    assertThat(interval.low()).isLessThan(truth).isGreaterThan(truth - 0.08);
    assertThat(interval.high()).isGreaterThan(truth).isLessThan(truth + 0.08);
    assertThat(new Bootstrap(400, 0.95, 7).area(curve)).isEqualTo(interval);
  }

  @Test
  void attemptsThatHangTogetherWidenTheInterval() {
    List<Attempt> copies = new ArrayList<>();
    for (Attempt attempt : gaussians(60, 1)) {
      copies.addAll(Collections.nCopies(10, attempt));
    }
    List<Attempt> apart = new ArrayList<>();
    for (int i = 0; i < copies.size(); i++) {
      apart.add(new Attempt(copies.get(i).score(), copies.get(i).member(), i));
    }
    Bootstrap bootstrap = new Bootstrap(300, 0.95, 7);

    Interval together = bootstrap.area(new RocCurve(copies));
    Interval alone = bootstrap.area(new RocCurve(apart));

    assertThat(together.high() - together.low()).isGreaterThan(2 * (alone.high() - alone.low()));
  }

  @Test
  void aCurveNeedsBothSides() {
    assertThatThrownBy(() -> new RocCurve(List.of(new Attempt(1, true, 0))))
        .hasMessage("a curve needs attempts on members and on others, got 1 and 0");
    assertThatThrownBy(() -> new Attempt(Double.NaN, true, 0))
        .hasMessage("a score must be a number, got NaN");
  }
}
