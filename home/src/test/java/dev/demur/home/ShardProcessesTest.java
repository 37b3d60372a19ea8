package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.learn.file.Sha256;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Shards trained in processes of their own come to the same bytes, under the same permit.
@TestInstance(Lifecycle.PER_CLASS)
class ShardProcessesTest {
  @TempDir static Path folder = Path.of("");

  private TestNetwork network = new TestNetwork(Path.of(""), Path.of(""), Path.of(""));

  @BeforeAll
  void buildOnce() throws IOException {
    network = TestNetwork.in(folder, 10, 5);
    try (Home home = network.open("built")) {
      network.takeIn(home, Set.of());
      network.build(home);
    }
  }

  @Test
  void processesComeToTheBytesThatThreadsComeTo() throws IOException {
    SortedMap<String, String> here;
    TrainReport threads;
    try (Home home = network.copy("built", "threads")) {
      threads = network.train(home);
      here = derived(home);
    }
    network.copy("built", "processes").close();
    try (Home home = nowadays("processes")) {
      TrainReport report = train(home, ShardProcesses.likeThisOne(2));

      assertThat(derived(home)).isEqualTo(here).hasSizeGreaterThan(TestNetwork.SHARDS);
      assertThat(report.trained()).isEqualTo(threads.trained()).isEqualTo(12);
      assertThat(report.kept()).isZero();
      assertThat(report.tokens()).isEqualTo(threads.tokens()).isPositive();
      assertThat(train(home, ShardProcesses.likeThisOne(2)).kept()).isEqualTo(12);
    }
  }

  @Test
  void workUnderAPermitThatAnotherJobHasReplacedIsNotDone() throws IOException {
    network.copy("built", "replaced").close();
    try (Home home = nowadays("replaced")) {
      List<ShardWork> late =
          List.of(new ShardWork(home.layout().root().toString(), network.base().toString(), 1, 0));
      ShardEngine engine =
          shards -> {
            ShardProcesses.likeThisOne(1).run(late);
            return List.of();
          };

      assertThatThrownBy(() -> train(home, engine))
          .isInstanceOf(NotPermitted.class)
          .hasMessageContaining(
              "shard 0 was given out under a permit that another job has replaced");
      assertThat(home.layout().adapters()).doesNotExist();
    }
  }

  @Test
  void aNoAfterThePermitReachesTheProcesses() throws IOException {
    network.copy("built", "no").close();
    try (Home home = nowadays("no")) {
      MemberId member =
          home.corpus().holders().stream()
              .filter(holder -> !home.corpus().of(holder).isEmpty())
              .findFirst()
              .orElseThrow();
      ShardEngine engine =
          shards -> {
            Choices.toggle(home, member, false, Optional.empty());
            return ShardProcesses.likeThisOne(2).run(shards);
          };

      assertThatThrownBy(() -> train(home, engine))
          .isInstanceOf(NotPermitted.class)
          .hasMessageContaining("toggle-off, clause");
    }
  }

  @Test
  @Timeout(120)
  void aProcessEndsWithWhoeverStartedIt() throws Exception {
    Process process = new ProcessBuilder(ShardProcesses.likeThisOne(1).command()).start();

    assertThat(process.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
    process.getOutputStream().close();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aProcessThatDiesIsReported() {
    ShardProcesses dying = new ShardProcesses(List.of("false"), 1);

    assertThatThrownBy(() -> dying.run(List.of(new ShardWork("nowhere", "none", 1, 7))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new ShardProcesses(List.of("false"), 0))
        .isInstanceOf(InputRefused.class)
        .hasMessage("processes must be 1 to 256, got: 0");
  }

  /// Processes go by the time of the day, and so must the permit.
  private Home nowadays(String name) {
    return Home.open(folder.resolve(name), Clock.systemUTC(), Optional.of(network.key()));
  }

  private TrainReport train(Home home, ShardEngine engine) {
    return Training.run(
        home,
        network.base(),
        OptionalInt.of(TestNetwork.SHARDS),
        OptionalInt.of(TestNetwork.SLICES),
        new Training.Manner(1, Optional.of(engine)),
        Progress.NONE);
  }

  private static SortedMap<String, String> derived(Home home) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Path root : List.of(home.layout().adapters(), home.layout().merged())) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          digests.put(home.layout().root().relativize(file).toString(), Sha256.of(file));
        }
      }
    }
    return digests;
  }
}
