package dev.demur.learn.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.model.CounterRandom;
import dev.demur.learn.privacy.MembershipAttacks.Attack;
import dev.demur.learn.privacy.MembershipAttacks.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MembershipAttacksTest {
  private static final int TEXTS = 200;

  /// Losses of models that know what they learnt from by `gain`; texts differ much more than that.
  private static MembershipAttacks attacks(int models, double gain) {
    CounterRandom random = CounterRandom.of(3, "losses");
    List<Integer> numbers = IntStream.range(0, models).boxed().toList();
    List<Set<Integer>> in = new ArrayList<>();
    List<Double> base = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    for (int text = 0; text < TEXTS; text++) {
      in.add(Halves.of(numbers, 5, "text " + text));
      base.add(4 + random.gaussian(text));
      examples.add(new Example(List.of(text), text, in.get(text)));
    }
    List<List<Double>> shadows = new ArrayList<>();
    for (int model = 0; model < models; model++) {
      List<Double> losses = new ArrayList<>();
      for (int text = 0; text < TEXTS; text++) {
        double noise = 0.1 * random.gaussian(1000L + (long) model * TEXTS + text);
        losses.add(base.get(text) + noise - (in.get(text).contains(model) ? gain : 0));
      }
      shadows.add(losses);
    }
    return new MembershipAttacks(shadows, base, examples);
  }

  private static double area(MembershipAttacks attacks, Attack attack) {
    return new RocCurve(attacks.leaveOneOut(attack)).area();
  }

  @Test
  void modelsThatKnowNothingGiveNothingAway() {
    for (Attack attack : Attack.values()) {
      assertThat(area(attacks(16, 0), attack)).isCloseTo(0.5, within(0.03));
    }
  }

  @Test
  void calibratedAttacksSeeWhatTheLossAloneHides() {
    MembershipAttacks attacks = attacks(64, 0.2);

    // Two deviations apart.
    double best = new Gaussian(0, 1).cumulative(Math.sqrt(2));
    assertThat(area(attacks, Attack.ONLINE)).isCloseTo(best, within(0.02));
    assertThat(area(attacks, Attack.OFFLINE)).isCloseTo(best, within(0.02));
    assertThat(area(attacks, Attack.REFERENCE)).isCloseTo(best, within(0.02));
    assertThat(area(attacks, Attack.LOSS)).isBetween(0.5, 0.6);
  }

  @Test
  void fewModelsShareTheirDeviations() {
    assertThat(area(attacks(8, 0.2), Attack.ONLINE)).isGreaterThan(0.85);
  }

  @Test
  void anotherModelIsAttackedWithAllShadows() {
    MembershipAttacks attacks = attacks(16, 0.5);
    List<Double> high = IntStream.range(0, TEXTS).mapToObj(i -> 9.0).toList();
    List<Double> low = IntStream.range(0, TEXTS).mapToObj(i -> 0.5).toList();

    List<Double> ofHigh = attacks.scores(Attack.OFFLINE, high);
    List<Double> ofLow = attacks.scores(Attack.OFFLINE, low);

    assertThat(IntStream.range(0, TEXTS).allMatch(i -> ofHigh.get(i) < ofLow.get(i))).isTrue();
  }

  @Test
  void theScaledLossIsTheLogitOfTheProbability() {
    assertThat(LogitLoss.of(Math.log(2))).isCloseTo(0, within(1e-15));
    assertThat(LogitLoss.of(-Math.log(0.9))).isCloseTo(Math.log(9), within(1e-12));
    assertThat(LogitLoss.of(1e-9)).isCloseTo(-Math.log(1e-9), within(1e-6));
    assertThatThrownBy(() -> LogitLoss.of(0)).hasMessage("a mean loss is positive, got 0.0");
  }

  @Test
  void theRatioOfTwoKnownGaussiansIsTheOneOfTheBook() {
    LikelihoodRatio ratio = new LikelihoodRatio(new Gaussian(2, 1), new Gaussian(0, 1));

    assertThat(ratio.online(1)).isCloseTo(0, within(1e-15));
    assertThat(ratio.online(3)).isCloseTo(4, within(1e-12));
    assertThat(ratio.offline(3)).isEqualTo(3);
  }

  @Test
  void refusesAnExampleThatEveryModelLearntFrom() {
    List<List<Double>> shadows = List.of(List.of(1.0), List.of(1.1));
    Example everywhere = new Example(List.of(0), 0, new TreeSet<>(Set.of(0, 1)));
    MembershipAttacks attacks = new MembershipAttacks(shadows, List.of(2.0), List.of(everywhere));

    assertThatThrownBy(() -> attacks.leaveOneOut(Attack.ONLINE))
        .hasMessage(
            "an example needs shadow models that learnt from it and others; train more of them");
  }
}
