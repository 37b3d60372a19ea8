package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceGate;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Nobody is trained on who has said no, however old the snapshot is.
@TestInstance(Lifecycle.PER_CLASS)
class PermitTest {
  @TempDir static Path folder = Path.of("");

  private TestNetwork network = new TestNetwork(Path.of(""), Path.of(""), Path.of(""));

  @BeforeAll
  void buildOnce() throws IOException {
    network = TestNetwork.in(folder, 10, 3);
    try (Home home = network.open("built")) {
      network.takeIn(home, Set.of());
      network.build(home);
    }
  }

  private static MemberId used(Home home) {
    return home.corpus().holders().stream()
        .filter(member -> !home.corpus().of(member).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoSwitchedOffSinceTheSnapshotIsNotTrainedOn() throws IOException {
    try (Home home = network.copy("built", "off")) {
      Choices.toggle(home, used(home), false, Optional.empty());

      assertThatThrownBy(() -> network.train(home))
          .isInstanceOf(NotPermitted.class)
          .hasMessageContaining("since the snapshot was built")
          .hasMessageContaining("toggle-off, clause")
          .hasMessageContaining("run `demur build` again");
      assertThat(Snapshots.trained(home)).isEmpty();

      network.build(home);
      assertThat(network.train(home).documents()).isPositive();
    }
  }

  @Test
  void aNoDuringTrainingEndsItBeforeTheNextSliceOfThatMember() throws IOException {
    try (Home home = network.copy("built", "during")) {
      Snapshot snapshot = Snapshots.latest(home).orElseThrow();
      Assignment assignment = new Assignment(home.assignmentKey(), 3, 4);
      Permits permits = new Permits(home, snapshot, assignment, Set.of());
      SliceGate gate = permits.gate(permits.issue());
      MemberId member = used(home);
      SliceId own = assignment.sliceOf(member);
      gate.before(own);

      Choices.toggle(home, member, false, Optional.empty());

      SliceId last = new SliceId(own.shard(), assignment.slices() - 1);
      for (SliceId slice : List.of(own, last)) {
        assertThatThrownBy(() -> gate.before(slice)).isInstanceOf(NotPermitted.class);
      }
      assignment.all().stream()
          .filter(slice -> !slice.equals(own) && !slice.equals(last))
          .forEach(gate::before);
    }
  }

  @Test
  void aPermitExpires() throws IOException {
    try (Home home = network.copy("built", "expired")) {
      Snapshot snapshot = Snapshots.latest(home).orElseThrow();
      Assignment assignment = new Assignment(home.assignmentKey(), 1, 1);
      Permits permits = new Permits(home, snapshot, assignment, Set.of());
      Permit permit = permits.issue();
      Permit old =
          new Permit(
              permit.program(),
              permit.programSha256(),
              permit.contentRoot(),
              permit.ledgerPosition(),
              permit.ledgerHead(),
              permit.issuedAt(),
              permit.issuedAt());

      assertThatThrownBy(() -> permits.gate(old).before(new SliceId(0, 0)))
          .hasMessage(
              "the permit to train expired at 2026-01-15T10:00:00Z; run `demur train` again,"
                  + " what is trained is kept");
      assertThat(permit.ledgerHead()).isNotEmpty();
    }
  }
}
