package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training or a removal killed at random moments and run again ends as if it had never been
/// killed.
class KillLawTest {
  /// Kills for each of the two jobs; more with `-Ddemur.kills=N`.
  private static final int KILLS = Integer.getInteger("demur.kills", 10);

  @TempDir Path folder = Path.of("");

  @Test
  void aKilledRemovalRunAgainEndsTheSame() throws Exception {
    TestNetwork network = TestNetwork.in(folder, 14, 5);
    MemberId member = network.members().get(4);
    Roots expected;
    network.trained("all", Set.of()).close();
    try (Home home = network.copy("all", "unharmed")) {
      expected = network.forget(home, Set.of(member)).roots();
    }
    for (int kill = 0; kill < KILLS; kill++) {
      String name = "killed-" + kill;
      network.copy("all", name).close();
      killAfterRandomTime(name, member.value(), kill);
      try (Home home = network.open(name)) {
        Certificate certificate = network.forget(home, Set.of(member));
        assertThat(Roots.of(home)).as("kill %d", kill).isEqualTo(expected);
        assertThat(certificate.leftovers()).as("kill %d", kill).isEmpty();
      }
    }
  }

  @Test
  void aKilledTrainingRunAgainEndsTheSame() throws Exception {
    TestNetwork network = TestNetwork.in(folder, 14, 6);
    Roots expected;
    try (Home home = network.open("built")) {
      network.takeIn(home, Set.of());
      network.build(home);
    }
    try (Home home = network.copy("built", "unharmed")) {
      network.train(home);
      expected = Roots.of(home);
    }
    for (int kill = 0; kill < KILLS; kill++) {
      String name = "killed-" + kill;
      network.copy("built", name).close();
      killAfterRandomTime(name, "train", kill);
      try (Home home = network.open(name)) {
        network.train(home);
        assertThat(Roots.of(home)).as("kill %d", kill).isEqualTo(expected);
      }
    }
  }

  /// Waits until the job has its home open, and kills it within the time that it may take.
  private void killAfterRandomTime(String home, String what, int seed) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            KilledJob.class.getName(),
            folder.toString(),
            home,
            what));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String opened = out.readLine();
      assertThat(opened).isEqualTo("open");
      Thread.sleep(new SplittableRandom(seed).nextInt(2500));
    } catch (IOException e) {
      throw new IllegalStateException("the job said nothing", e);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
