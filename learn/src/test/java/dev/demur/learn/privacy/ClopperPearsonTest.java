package dev.demur.learn.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  /// The ends as `binom.test` of R prints them.
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "0, 10, 0, 0.3084971",
    "10, 10, 0.6915029, 1",
    "5, 10, 0.1870860, 0.8129140",
    "2, 20, 0.01234853, 0.3169827",
    "1, 1000, 0.00002531780, 0.005558924"
  })
  void hasTheEndsOfTheTables(long successes, long trials, double low, double high) {
    Interval interval = ClopperPearson.interval(successes, trials, 0.95);

    assertThat(interval.low()).isCloseTo(low, within(1e-6));
    assertThat(interval.high()).isCloseTo(high, within(1e-6));
  }

  @Test
  void ofNoSuccessTheHighEndHasAClosedForm() {
    for (int trials : new int[] {1, 7, 100, 40_000}) {
      double high = ClopperPearson.interval(0, trials, 0.95).high();

      assertThat(high).isCloseTo(1 - StrictMath.pow(0.025, 1.0 / trials), within(1e-12));
    }
  }

  @Test
  void coversTheTruthAtLeastAsOftenAsItSays() {
    for (double truth : new double[] {0.01, 0.1, 0.5}) {
      double covered = 0;
      for (int successes = 0; successes <= 50; successes++) {
        Interval interval = ClopperPearson.interval(successes, 50, 0.95);
        if (interval.low() <= truth && truth <= interval.high()) {
          covered += binomial(50, successes, truth);
        }
      }
      assertThat(covered).isBetween(0.95, 1.0);
    }
  }

  private static double binomial(int trials, int successes, double probability) {
    double log =
        successes * Math.log(probability) + (trials - successes) * Math.log1p(-probability);
    for (int i = 1; i <= successes; i++) {
      log += Math.log((double) (trials - successes + i) / i);
    }
    return Math.exp(log);
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThatThrownBy(() -> ClopperPearson.interval(3, 2, 0.95))
        .hasMessage("successes must be 0 to trials and trials at least 1, got 3 of 2");
    assertThatThrownBy(() -> ClopperPearson.interval(1, 2, 1))
        .hasMessage("confidence must be between 0 and 1, got 1.0");
  }
}
