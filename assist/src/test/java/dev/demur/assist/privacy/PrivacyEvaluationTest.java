package dev.demur.assist.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.assist.privacy.PrivacyReport.AttackFigures;
import dev.demur.assist.privacy.PrivacyReport.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyEvaluationTest {
  /// So high that it learns by heart.
  private static final float HIGH = 3e-2f;

  private static final int MANY = 40;

  /// So low that no weight changes.
  private static final float NONE = 1e-30f;

  @TempDir static Path work = Path.of("");

  private static PrivacyReport byHeart;
  private static PrivacyReport untrained;

  @BeforeAll
  static void run() throws IOException {
    byHeart = TinyEvaluations.run(TinyEvaluations.settings(HIGH, MANY), work.resolve("high"), 1);
    untrained = TinyEvaluations.run(TinyEvaluations.settings(NONE, 1), work.resolve("none"), 1);
  }

  private static AttackFigures attack(List<AttackFigures> attacks, String what, String attack) {
    return attacks.stream()
        .filter(figures -> figures.what().equals(what) && figures.attack().equals(attack))
        .findFirst()
        .orElseThrow();
  }

  private static long found(PrivacyReport report, Way way) {
    return report.extractions().stream()
        .filter(figures -> figures.way() == way)
        .mapToLong(PrivacyReport.ExtractionFigures::found)
        .sum();
  }

  @Test
  void whatIsLearntByHeartGivesItsMembersAway() {
    for (String what : List.of("texts", "members", "canaries × 16")) {
      for (String by : List.of("LiRA, offline", "loss against the base")) {
        AttackFigures figures = attack(byHeart.attacks(), what, by);

        assertThat(figures.area()).as(what + " " + by).isGreaterThan(0.95);
        assertThat(figures.rates().getLast().truePositiveRate()).as(what + by).isGreaterThan(0.5);
      }
    }
    assertThat(attack(byHeart.attacks(), "members", "LiRA, online").area()).isGreaterThan(0.95);
  }

  @Test
  void whatWasNotTrainedGivesNobodyAway() {
    for (AttackFigures figures : untrained.attacks()) {
      if (!figures.attack().equals("loss alone")) {
        assertThat(figures.area()).isEqualTo(0.5);
      }
      assertThat(figures.area()).isCloseTo(0.5, within(0.1));
      assertThat(figures.rates().getLast().truePositiveRate()).isLessThan(0.1);
    }
  }

  @Test
  void exposureReactsToLearning() {
    var learnt = byHeart.canaries().getLast();
    var unlearnt = untrained.canaries().getLast();

    assertThat(learnt.repeats()).isEqualTo(16);
    assertThat(learnt.exposure()).isGreaterThan(4).isLessThanOrEqualTo(7);
    assertThat(learnt.estimate()).isGreaterThan(4);
    assertThat(learnt.interval().low()).isGreaterThan(learnt.unseenInterval().high());
    assertThat(learnt.unseen()).isLessThan(3);
    assertThat(unlearnt.exposure()).isLessThan(3);
    assertThat(unlearnt.highest()).isEqualTo(7);
  }

  @Test
  void theGuardKeepsBackWhatComesOutWithoutIt() {
    assertThat(found(byHeart, Way.GREEDY)).isPositive();
    assertThat(found(byHeart, Way.BEAM)).isPositive();
    assertThat(found(byHeart, Way.GUARDED_GREEDY)).isZero();
    assertThat(found(byHeart, Way.GUARDED_BEAM)).isZero();
    assertThat(found(untrained, Way.GREEDY)).isZero();
    assertThat(found(untrained, Way.BEAM)).isZero();
  }

  @Test
  void afterRemovalEveryNumberIsThatOfAModelThatNeverSawThem() {
    State before = byHeart.removal().states().get(0);
    State after = byHeart.removal().states().get(1);
    State never = byHeart.removal().states().get(2);

    assertThat(byHeart.removal().equal()).isTrue();
    assertThat(after.adapter()).isEqualTo(never.adapter()).isNotEqualTo(before.adapter());
    assertThat(after.attacks()).isEqualTo(never.attacks());
    assertThat(after.figures()).isEqualTo(never.figures());
  }

  @Test
  void beforeRemovalThoseWhoLeaveAreTold() {
    State before = byHeart.removal().states().get(0);
    State after = byHeart.removal().states().get(1);

    assertThat(attack(before.attacks(), "members", "LiRA, online").area()).isGreaterThan(0.9);
    assertThat(attack(after.attacks(), "members", "LiRA, online").area()).isLessThan(0.9);
    assertThat(before.figures().get("exposure of leavers' canaries × 16"))
        .isGreaterThan(after.figures().get("exposure of leavers' canaries × 16"));
  }

  @Test
  void threadsAndStoppingChangeNothing() throws IOException {
    Path folder = work.resolve("high");
    Files.delete(folder.resolve("shadow-3.json"));
    Files.writeString(folder.resolve("shadow-5.json"), "{\"inputs\":");

    PrivacyReport again = TinyEvaluations.run(TinyEvaluations.settings(HIGH, MANY), folder, 2);

    assertThat(again).isEqualTo(byHeart);
  }

  @Test
  void whatWasMeasuredUnderOtherSettingsIsMeasuredAgain() throws IOException {
    Path folder = Files.createDirectories(work.resolve("other"));
    for (int i = 0; i < 8; i++) {
      String name = "shadow-" + i + ".json";
      Files.copy(work.resolve("high").resolve(name), folder.resolve(name));
    }

    PrivacyReport report = TinyEvaluations.run(TinyEvaluations.settings(NONE, 1), folder, 1);

    assertThat(report).isEqualTo(untrained);
  }

  @Test
  void onlyMeasurementsStayInTheFolder() throws IOException {
    try (var files = Files.list(work.resolve("none"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(8)
          .allMatch(name -> name.matches("shadow-\\d\\.json"));
    }
  }

  @Test
  void thePageHasCurvesAndEveryTable() {
    String page = PrivacyPage.of(byHeart);

    assertThat(page).contains("<svg role=\"img\"", "<title>True positive rate", "never saw");
    assertThat(page).doesNotContain("<script", "NaN");
    assertThat(page.split("<svg", -1)).hasSize(5);
    PrivacyTables.of(byHeart).forEach(t -> assertThat(page).contains("<h2>" + t.heading()));
  }

  @Test
  void tooFewMembersAreRefused() {
    assertThatThrownBy(() ->
            new PrivacyEvaluation(
                TinyEvaluations.BASE,
                "",
                TinyEvaluations.rows(3),
                TinyEvaluations.settings(HIGH, 1),
                work,
                1,
                (done, total) -> {}))
        .hasMessage("an evaluation needs 8 members or more, got 3");
  }
}
