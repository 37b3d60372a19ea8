package dev.demur.learn.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.model.CounterRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static final double[] ALTERNATIVES =
      IntStream.rangeClosed(1, 1023).mapToDouble(i -> i).toArray();

  @Test
  void theFirstAmongTwoToTheTenIsTenBits() {
    assertThat(new Exposure(ALTERNATIVES).byRank(0.5)).isEqualTo(10);
    assertThat(new Exposure(ALTERNATIVES).highestByRank()).isEqualTo(10);
  }

  @Test
  void theLastIsNone() {
    assertThat(new Exposure(ALTERNATIVES).byRank(5000)).isEqualTo(0);
  }

  @Test
  void theMiddleIsOneBit() {
    assertThat(new Exposure(ALTERNATIVES).byRank(511.5)).isCloseTo(1, within(1e-12));
  }

  @Test
  void equalLossesCountAsBeforeIt() {
    assertThat(new Exposure(1, 1, 1, 2).byRank(1))
        .isCloseTo(Math.log(5.0 / 4) / Math.log(2), within(1e-12));
  }

  @Test
  void whatWasNeverSeenHasTheExpectedBitsInTheMean() {
    CounterRandom random = CounterRandom.of(1, "never seen");
    double[] alternatives = IntStream.range(0, 1023).mapToDouble(random::gaussian).toArray();
    Exposure exposure = new Exposure(alternatives);

    double ranked =
        IntStream.range(2000, 22000)
            .mapToDouble(i -> exposure.byRank(random.gaussian(i)))
            .average()
            .orElseThrow();
    double estimated =
        IntStream.range(2000, 22000)
            .mapToDouble(i -> exposure.byDistribution(random.gaussian(i)))
            .average()
            .orElseThrow();

    assertThat(ranked).isCloseTo(1 / Math.log(2), within(0.1));
    assertThat(estimated).isCloseTo(1 / Math.log(2), within(0.1));
  }

  @Test
  void theEstimateGoesOnWhereRanksEnd() {
    CounterRandom random = CounterRandom.of(1, "far out");
    double[] alternatives = IntStream.range(0, 1023).mapToDouble(random::gaussian).toArray();
    Exposure exposure = new Exposure(alternatives);

    assertThat(exposure.byRank(-8)).isEqualTo(10);
    assertThat(exposure.byDistribution(-8)).isBetween(40.0, 62.0);
  }
}
