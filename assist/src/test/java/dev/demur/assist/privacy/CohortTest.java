package dev.demur.assist.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.privacy.Cohort;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CohortTest {
  private final Cohort cohort = cohort(12);

  private static Cohort cohort(int members) {
    return new Cohort(
        TinyEvaluations.rows(members),
        TinyEvaluations.BASE.tokenizer(),
        TinyEvaluations.settings(1e-2f, 1));
  }

  @Test
  void eachMemberIsInHalfOfTheShadowsAndTheCanaryInHalfOfThose() {
    for (MemberId member : cohort.members()) {
      assertThat(cohort.shadows().stream().filter(p -> p.members().contains(member))).hasSize(4);
      assertThat(cohort.shadows().stream().filter(p -> p.canaries().contains(member))).hasSize(2);
    }
  }

  @Test
  void aCanaryIsInOnlyWhereItsMemberIs() {
    cohort.shadows().forEach(p -> assertThat(p.members()).containsAll(p.canaries()));
    assertThat(cohort.target().members()).containsAll(cohort.target().canaries());
  }

  @Test
  void aCanaryIsWrittenAsOftenAsItsRepeatsSay() {
    for (MemberId member : cohort.target().canaries()) {
      String text = cohort.planted(member).canary().text();

      List<CorpusRow> rows = cohort.rows(cohort.target());

      assertThat(rows.stream().filter(row -> row.text().equals(text)))
          .hasSize(cohort.planted(member).repeats())
          .allMatch(row -> row.member().equals(member));
    }
  }

  @Test
  void allCanariesAndAlternativesAreDifferent() {
    Set<String> texts = new HashSet<>(cohort.alternatives());
    cohort.members().forEach(member -> texts.add(cohort.planted(member).canary().text()));

    assertThat(texts).hasSize(127 + 12);
  }

  @Test
  void thoseWhoLeaveAreInTheTargetWithTheirCanaries() {
    // Of six members with equal repeats three are in, one of them with the canary.
    assertThat(cohort.leavers()).hasSize(2);
    assertThat(cohort.target().canaries()).containsAll(cohort.leavers());
    assertThat(cohort.leavers().stream().map(m -> cohort.planted(m).repeats()).distinct())
        .containsExactlyInAnyOrder(1, 16);
  }

  @Test
  void thoseWhoHaveLeftAreNotTrainedOn() {
    List<CorpusRow> left = cohort.rows(cohort.target().without(cohort.leavers()));

    assertThat(left.stream().map(CorpusRow::member)).doesNotContainAnyElementsOf(cohort.leavers());
    assertThat(left).isNotEmpty();
  }

  @Test
  void everythingFollowsFromTheSeed() {
    Cohort again = cohort(12);

    assertThat(again.shadows()).isEqualTo(cohort.shadows());
    assertThat(again.target()).isEqualTo(cohort.target());
    assertThat(again.leavers()).isEqualTo(cohort.leavers());
    assertThat(again.alternatives()).isEqualTo(cohort.alternatives());
  }
}
