package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.RemovalState.Step;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever watches sees each step of a running removal, and nobody's name.
class RemovalStateTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aRunningRemovalTellsItsStepsInOrderAndNobodysName() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 14, 5);
    MemberId member = network.members().get(4);
    network.trained("all", Set.of()).close();
    List<RemovalState> seen = new ArrayList<>();
    List<String> files = new ArrayList<>();
    try (Home home = network.copy("all", "watched")) {
      Path file = home.layout().removal().resolve("progress.json");
      Progress looking =
          (_, _, _) -> {
            seen.add(RemovalState.of(home).orElseThrow());
            files.add(text(file));
          };
      network.forget(home, Set.of(member), looking);
      assertThat(RemovalState.of(home)).isEmpty();
      assertThat(file).doesNotExist();
    }
    List<Step> steps = seen.stream().flatMap(state -> state.step().stream()).distinct().toList();
    assertThat(steps).startsWith(Step.TRAINING).isSorted();
    assertThat(seen).allMatch(state -> state.members() == 1 && state.at().isPresent());
    assertThat(seen).extracting(RemovalState::percent).allMatch(share -> share <= 100).isSorted();
    assertThat(files).noneMatch(text -> text.contains(member.value()));
  }

  @Test
  void aRemovalThatWasOnlyBegunIsWaiting() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 14, 5);
    try (Home home = network.open("begun")) {
      Forgetting.begin(home, Set.of(new MemberId("ada"), new MemberId("eve")));
      assertThat(RemovalState.of(home))
          .contains(
              new RemovalState(
                  2, home.clock().instant(), Optional.empty(), 0, 0, Optional.empty()));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
