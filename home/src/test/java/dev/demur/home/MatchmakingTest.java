package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.assist.career.Job;
import dev.demur.assist.career.Match;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Who is found for which job, on one sample network.
@TestMethodOrder(OrderAnnotation.class)
class MatchmakingTest {
  @TempDir static Path folder = Path.of("");

  private static TestNetwork network;
  private static Home home;
  private static Matchmaking matchmaking;
  private static Job nurse;

  @BeforeAll
  static void builds() throws IOException {
    network = TestNetwork.in(folder, 60, 3);
    home = network.open("home");
    network.takeIn(home, Set.of());
    network.build(home);
    matchmaking = new Matchmaking(home);
    nurse = matchmaking.occupations().getFirst();
  }

  @AfterAll
  static void closes() {
    home.close();
  }

  private static Job in(String country) {
    return new Job(
        nurse.id(),
        nurse.title(),
        Optional.empty(),
        Optional.of(country),
        Optional.empty(),
        nurse.skills(),
        List.of(),
        nurse.text());
  }

  @Test
  @Order(1)
  void everyFoundMemberHasAReasonThatStandsInPermittedRows() {
    List<Match> found = matchmaking.members(nurse, 60);

    assertThat(found).isNotEmpty();
    for (Match match : found) {
      MemberId member = new MemberId(match.id());
      var records = home.corpus().of(member).stream().map(row -> row.record()).toList();
      assertThat(match.reasons().requirements())
          .allSatisfy(line ->
              assertThat(line.evidence())
                  .allSatisfy(e -> assertThat(records).contains(e.record())));
    }
    MemberId best = new MemberId(found.getFirst().id());
    assertThat(matchmaking.fit(best, nurse)).isEqualTo(found.getFirst().reasons());
    assertThat(matchmaking.jobs(best, matchmaking.occupations(), 3))
        .extracting(Match::id)
        .contains("nurse");
  }

  @Test
  @Order(2)
  void theRegionOfTheJobMustPermitTheUseToo() {
    Set<String> everywhere = ids(matchmaking.members(nurse, 60));
    Set<String> inGermany = ids(matchmaking.members(in("DE"), 60));
    Set<String> inAmerica = ids(matchmaking.members(in("US"), 60));

    assertThat(everywhere).containsAll(inGermany).containsAll(inAmerica);
  }

  private static Set<String> ids(List<Match> matches) {
    return Set.copyOf(matches.stream().map(Match::id).toList());
  }

  @Test
  @Order(3)
  void whoObjectsIsNotFoundFromThatMomentOnAndTheClauseIsNamed() {
    MemberId best = new MemberId(matchmaking.members(nurse, 1).getFirst().id());

    Choices.object(
        home,
        best,
        TestNetwork.PROGRAM.name(),
        Set.of(Control.OTHER_ML),
        Optional.empty(),
        Set.of(),
        Optional.empty());

    assertThat(ids(matchmaking.members(nurse, 60))).doesNotContain(best.value());
    assertThatThrownBy(() -> matchmaking.fit(best, nurse))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("objection-pending")
        .hasMessageContaining("controls.objection");
    assertThat(matchmaking.ownFit(best, nurse).shown()).isNotEmpty();
  }

  @Test
  @Order(4)
  void whoIsForgottenIsNotFound() {
    MemberId best = new MemberId(matchmaking.members(nurse, 1).getFirst().id());
    network.forget(home, Set.of(best));

    assertThat(ids(matchmaking.members(nurse, 60))).doesNotContain(best.value());
    assertThatThrownBy(() -> matchmaking.ownFit(best, nurse))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("nothing here is about");
  }
}
