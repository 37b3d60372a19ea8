package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.report.Reports;
import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which snapshots hold a member, and which models.
class HoldingTest {
  @TempDir private Path folder;

  private static Holding only(Home home, MemberId member) {
    List<Holding> all = Holding.all(home, Optional.of(member));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void whoLeavesTheCorpusIsInTheModelUntilTheNextTraining() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 12, 8);
    try (Home home = network.trained("home", Set.of())) {
      MemberId member =
          home.corpus().holders().stream()
              .filter(each -> Snapshots.whereIs(home, each).isPresent())
              .findFirst()
              .orElseThrow();
      Holding before = only(home, member);
      assertThat(before.records().orElseThrow()).isPositive();
      assertThat(before.slices()).isPresent();

      home.ledger()
          .append(
              Entry.of(member, new Event.ToggleChanged(false), TestNetwork.AS_OF.minusSeconds(1)));
      network.build(home);

      List<Holding> between = Holding.all(home, Optional.of(member));
      assertThat(between).extracting(Holding::trained).containsExactly(false, true);
      assertThat(between.getFirst().records()).contains(0L);
      assertThat(between.getFirst().slices()).isEmpty();
      assertThat(between.getLast().snapshot()).isEqualTo(before.snapshot());
      assertThat(between.getLast().built()).isEmpty();
      assertThat(between.getLast().slices()).isPresent();
      assertThat(Reports.ofMember(home, member).toString())
          .contains("has left the corpus since")
          .doesNotContain("No model has been trained");

      network.train(home);

      Holding after = only(home, member);
      assertThat(after.trained()).isTrue();
      assertThat(after.records()).contains(0L);
      assertThat(after.slices()).isEmpty();
      assertThat(Reports.ofMember(home, member).toString()).contains("No model has been trained");
    }
  }

  @Test
  void nothingIsHeldBeforeTheFirstBuild() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 10, 8);
    try (Home home = network.open("home")) {
      assertThat(Holding.all(home, Optional.of(new MemberId("nobody")))).isEmpty();
    }
  }
}
