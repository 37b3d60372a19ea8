package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.home.Verifying.Check;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who holds data, key and base makes any checkpoint again.
class CheckpointReplayTest {
  @TempDir private Path folder;

  @Test
  void anOutsiderMakesACheckpointAgainAndSeesWhenItIsAnother() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 12, 8);
    Path last;
    try (Home trained = network.trained("trained", Set.of())) {
      SliceId slice = new SliceId(1, TestNetwork.SLICES - 1);
      last = new Artefacts(trained.layout()).adapter(slice);
      assertThat(Files.exists(last)).isTrue();
    }
    try (Home outside = network.open("outside")) {
      network.takeIn(outside, Set.of());
      network.build(outside);

      assertThat(replayed(network, outside, last)).allMatch(Check::holds).hasSizeGreaterThan(5);
      assertThat(Files.exists(folder.resolve("outside/.verify"))).isFalse();
    }
    MemberId left = inShard(network, 1);
    try (Home without = network.open("without")) {
      network.takeIn(without, Set.of(left));
      network.build(without);

      assertThat(replayed(network, without, last))
          .filteredOn(check -> !check.holds())
          .extracting(Check::name)
          .contains("bytes of s1/j3")
          .containsAnyOf("data", "parent");
    }
  }

  private static List<Check> replayed(TestNetwork network, Home home, Path checkpoint) {
    return Verifying.replayed(
        home,
        network::base,
        checkpoint,
        OptionalInt.of(TestNetwork.SHARDS),
        OptionalInt.of(TestNetwork.SLICES),
        Progress.NONE);
  }

  /// Somebody whose text the shard learnt from.
  private MemberId inShard(TestNetwork network, int shard) throws IOException {
    try (Home home = network.open("trained")) {
      return home.corpus().holders().stream()
          .filter(
              m -> Snapshots.whereIs(home, m).filter(s -> s.startsWith("s" + shard)).isPresent())
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void whatIsNoCheckpointIsRefused() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 10, 9);
    Path other = Files.writeString(folder.resolve("other.safetensors"), "not one");
    try (Home home = network.open("home")) {
      assertThatThrownBy(() -> replayed(network, home, other))
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("run `demur build --program P` first");
      network.takeIn(home, Set.of());
      network.build(home);
      assertThatThrownBy(() -> replayed(network, home, other))
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("is no checkpoint");
      assertThatThrownBy(() -> replayed(network, home, network.base().resolve("model.safetensors")))
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("give a file such as");
    }
  }
}
