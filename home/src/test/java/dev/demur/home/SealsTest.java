package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What lets a removal pass over shards in which nothing has changed, and what does not.
@TestInstance(Lifecycle.PER_CLASS)
class SealsTest {
  @TempDir static Path folder = Path.of("");

  private TestNetwork network = new TestNetwork(Path.of(""), Path.of(""), Path.of(""));
  private MemberId leaving = new MemberId("nobody");
  private SortedMap<String, String> never = new TreeMap<>();

  @BeforeAll
  void trainOnce() throws IOException {
    network = TestNetwork.in(folder, 14, 9);
    leaving = network.members().get(5);
    network.trained("all", Set.of()).close();
    try (Home home = network.trained("never", Set.of(leaving))) {
      never = files(home);
    }
  }

  /// Seals and all that is sealed, as bytes.
  private static SortedMap<String, String> files(Home home) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (String name : List.of("sealed", "adapters", "merged", "trace", "search", "statistics")) {
      try (Stream<Path> paths = Files.walk(home.layout().root().resolve(name))) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          files.put(
              home.layout().root().relativize(path).toString(),
              dev.demur.learn.file.Sha256.of(path));
        }
      }
    }
    return files;
  }

  private static Assignment assignment(Home home) {
    return new Assignment(home.assignmentKey(), TestNetwork.SHARDS, TestNetwork.SLICES);
  }

  private static SliceId inAnotherShard(Home home, MemberId member) {
    int shard = (assignment(home).sliceOf(member).shard() + 1) % TestNetwork.SHARDS;
    return new SliceId(shard, 1);
  }

  @Test
  void sealsAreThoseOfAHomeThatNeverHadTheMember() throws IOException {
    try (Home home = network.copy("all", "left")) {
      network.forget(home, Set.of(leaving));

      assertThat(files(home)).isEqualTo(never);
      assertThat(never.keySet()).contains("sealed/s0.json", "sealed/s1.json", "sealed/s2.json");
    }
  }

  @Test
  void aShardOfWhichAFileWasChangedIsNotPassedOver() throws IOException {
    try (Home home = network.copy("all", "damaged")) {
      for (Path file : new Artefacts(home.layout()).ofSlice(inAnotherShard(home, leaving))) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        if (!file.toString().endsWith(".vec")) {
          Files.write(file, bytes);
        }
      }
      network.forget(home, Set.of(leaving));

      assertThat(files(home)).isEqualTo(never);
    }
  }

  @Test
  void aShardOfWhichAFileIsGoneIsNotPassedOver() throws IOException {
    try (Home home = network.copy("all", "gone")) {
      for (Path file : new Artefacts(home.layout()).ofSlice(inAnotherShard(home, leaving))) {
        Files.delete(file);
      }
      network.forget(home, Set.of(leaving));

      assertThat(files(home)).isEqualTo(never);
    }
  }

  @Test
  void withoutSealsEverythingIsLookedIntoAndSealedAgain() throws IOException {
    try (Home home = network.copy("all", "unsealed")) {
      for (int shard = 0; shard < TestNetwork.SHARDS; shard++) {
        Files.delete(home.layout().seals().resolve("s" + shard + ".json"));
      }
      network.forget(home, Set.of(leaving));

      assertThat(files(home)).isEqualTo(never);
    }
  }

  /// A seal whose digest of the inputs is that of other rows, as when it had been left behind.
  @Test
  void aSealOfOtherRowsIsNotBelieved() throws IOException {
    try (Home home = network.copy("all", "before");
        Home left = network.copy("all", "swapped")) {
      int own = assignment(home).sliceOf(leaving).shard();
      network.forget(left, Set.of(leaving));
      Path seal = left.layout().seals().resolve("s" + own + ".json");
      Files.copy(
          home.layout().seals().resolve("s" + own + ".json"),
          seal,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      for (int slice = 0; slice < TestNetwork.SLICES; slice++) {
        SliceId id = new SliceId(own, slice);
        List<Path> from = new Artefacts(home.layout()).ofSlice(id);
        List<Path> to = new Artefacts(left.layout()).ofSlice(id);
        for (int i = 0; i < from.size(); i++) {
          Files.copy(from.get(i), to.get(i), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
      network.forget(left, Set.of(leaving));

      assertThat(files(left)).isEqualTo(never);
    }
  }

  @Test
  void sealsOfAnEarlierDivisionAreGone() throws IOException {
    try (Home home = network.copy("all", "divided")) {
      Training.run(
          home,
          network.base(),
          java.util.OptionalInt.of(2),
          java.util.OptionalInt.of(2),
          1,
          Progress.NONE);

      try (Stream<Path> seals = Files.list(home.layout().seals())) {
        assertThat(seals.map(seal -> seal.getFileName().toString()))
            .containsExactlyInAnyOrder("s0.json", "s1.json");
      }
    }
  }
}
