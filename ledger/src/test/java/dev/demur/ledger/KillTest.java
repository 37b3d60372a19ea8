package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was acknowledged before a `kill -9` is there afterwards, exactly once.
class KillTest {
  private static final int MAX_WAIT_MILLIS = 60_000;

  @TempDir Path folder;

  @Test
  void acknowledgedEntriesSurviveKillsAtAnyMoment() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Long> acknowledged = new HashMap<>();
    long rounds = Seeds.upTo(4).count();
    for (int round = 0; round < rounds; round++) {
      // Every other round two processes write at once, and both are killed.
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i <= round % 2; i++) {
        processes.add(start("round" + round + "-" + i));
      }
      waitForOutput(processes.size(), round);
      Thread.sleep(random.nextInt(400));
      for (Process process : processes) {
        process.destroyForcibly().waitFor();
      }
      readOutput(acknowledged);
      check(acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThan(20);
  }

  private Process start(String run) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            AppendingProcess.class.getName(),
            folder.resolve("demur.db").toString(),
            folder.resolve("keys").toString(),
            run)
        .redirectOutput(folder.resolve(run + ".out").toFile())
        .redirectError(folder.resolve(run + ".err").toFile())
        .start();
  }

  private void waitForOutput(int processes, int round) throws Exception {
    for (int i = 0; i < processes; i++) {
      Path output = folder.resolve("round" + round + "-" + i + ".out");
      for (int waited = 0; Files.size(output) == 0; waited += 20) {
        assertThat(waited).as("milliseconds until the first entry").isLessThan(MAX_WAIT_MILLIS);
        Thread.sleep(20);
      }
    }
  }

  private void readOutput(Map<String, Long> acknowledged) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.out")) {
      for (Path file : files) {
        String text = Files.readString(file);
        text.substring(0, text.lastIndexOf('\n') + 1)
            .lines()
            .map(line -> line.split(" "))
            .forEach(words -> acknowledged.put(words[0] + " " + words[1], Long.valueOf(words[2])));
      }
    }
  }

  private void check(Map<String, Long> acknowledged) {
    try (Database database = Database.sqlite(folder.resolve("demur.db"));
        Ledger ledger =
            Ledger.open(database, LedgerKeys.in(folder.resolve("keys")), InstantSource.system())) {
      Map<String, Long> found = new HashMap<>();
      for (MemberId member : ledger.members()) {
        for (HistoryItem item : ledger.history(member)) {
          String version = ((Event.NoticeDelivered) item.entry().event()).version();
          Long before = found.put(member + " " + version, item.entry().position());
          assertThat(before).as("%s %s once only", member, version).isNull();
        }
      }
      assertThat(found).containsAllEntriesOf(acknowledged);
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }
}
