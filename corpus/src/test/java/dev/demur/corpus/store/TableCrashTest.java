package dev.demur.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.testsupport.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableCrashTest {
  private static final int FIRST_STEPS = 3;
  private static final int MAX_WAIT_MILLIS = 120;

  static LongStream seeds() {
    return Seeds.upTo(5);
  }

  @TempDir private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aKilledWriterLeavesTheTableBeforeOrAfterAChangeAndNothingElse(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int acknowledged = writeUntilKilled(random.nextInt(MAX_WAIT_MILLIS), FIRST_STEPS);
    try (Warehouse warehouse = Homes.warehouse(folder)) {
      RecordTable table = RecordTable.open(warehouse, Homes.TOKENS, Homes.BUCKETS);
      assertThat(CrashingWriter.stateOf(table))
          .isIn(CrashingWriter.after(acknowledged), CrashingWriter.after(acknowledged + 1));
      assertThat(filesOnDisk()).isEqualTo(filesNamed(table));
      int last =
          CrashingWriter.stateOf(table).equals(CrashingWriter.after(acknowledged))
              ? acknowledged
              : acknowledged + 1;
      CrashingWriter.apply(table, last + 1);
      assertThat(CrashingWriter.stateOf(table)).isEqualTo(CrashingWriter.after(last + 1));
    }
  }

  /// Returns the last step that the writer said was done.
  private int writeUntilKilled(int waitMillis, int steps) throws Exception {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingWriter.class.getName(),
                folder.toString(),
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = -1;
    try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
      while (last < steps) {
        last = Integer.parseInt(out.readLine());
      }
      Thread.sleep(waitMillis);
      writer.toHandle().destroyForcibly(); // the process object would close the stream too
      for (String line = out.readLine(); line != null && !line.isEmpty(); line = out.readLine()) {
        last = Integer.parseInt(line);
      }
    }
    return last;
  }

  private Set<String> filesOnDisk() throws IOException {
    Path data = folder.resolve("warehouse/demur/records");
    try (Stream<Path> walk = Files.walk(data)) {
      return walk.filter(Files::isRegularFile)
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.endsWith(".parquet"))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> filesNamed(RecordTable table) {
    try (var view = table.table().view()) {
      List<String> locations = view.files().values().stream().map(f -> f.location()).toList();
      return locations.stream()
          .map(location -> Arrays.asList(location.split("/")).getLast())
          .collect(Collectors.toSet());
    }
  }
}
