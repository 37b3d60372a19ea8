package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plan says what removals then take.
class PlanningTest {
  private static final int MEMBERS = 16;

  @TempDir private Path folder;

  @Test
  void removalsReplayAsManySlicesAsThePlanSays() throws IOException {
    TestNetwork network = TestNetwork.in(folder, MEMBERS, 11);
    Planning.Plan plan;
    List<MemberId> members = new ArrayList<>();
    try (Home home = network.trained("all", Set.of())) {
      plan = plan(home, Tokenizer.load(network.base().resolve("tokenizer.json")));
      for (MemberId member : home.corpus().holders()) {
        if (home.corpus().of(member).stream().anyMatch(row -> !row.text().isEmpty())) {
          members.add(member);
        }
      }
    }
    assertThat(plan.drawn()).isEqualTo(plan.members()).isEqualTo(members.size());
    double slices = 0;
    for (MemberId member : members) {
      try (Home home = network.copy("all", "without-" + member)) {
        slices += network.forget(home, Set.of(member)).slicesTrained();
      }
    }
    Planning.Cost cost = plan.costs().getFirst();
    assertThat(cost.meanSlices()).isCloseTo(slices / members.size(), within(1e-9));
    assertThat(cost.share()).isBetween(0.05, 1.0);
  }

  private static Planning.Plan plan(Home home, Tokenizer tokenizer) {
    return Planning.run(
        home,
        tokenizer,
        MEMBERS,
        List.of(TestNetwork.SHARDS),
        List.of(TestNetwork.SLICES),
        List.of(1),
        Progress.NONE);
  }

  @Test
  void withoutASnapshotThereIsNothingToPlanFor() throws IOException {
    Tokenizer tokenizer =
        Tokenizer.load(TinyBase.in(folder.resolve("base")).resolve("tokenizer.json"));
    try (Home home = Home.open(folder.resolve("empty"), TestNetwork.CLOCK, Optional.empty())) {
      assertThatThrownBy(() -> plan(home, tokenizer))
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("there is no snapshot to plan for");
    }
  }
}
