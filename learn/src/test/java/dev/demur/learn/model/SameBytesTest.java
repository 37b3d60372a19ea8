package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Training gives the same bytes on any machine: this is what lets anyone check a removal by
/// training again.
class SameBytesTest {
  private static final int STEPS = 12;

  /// Changes only together with the arithmetic, and then every model that was published changes
  /// too.
  private static final String GOLDEN =
      "f18b5526cc4b44880f766e812d087bd0c6982b47d44eedcee159ad193c5e9b86"
          + " [57, 57, 256, 184, 105, 225, 27, 127, 225, 84]";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3})
  void anyNumberOfThreadsGivesTheGoldenBytes(int threads) {
    assertThat(TinyRun.digest(threads, STEPS)).isEqualTo(GOLDEN);
  }

  @Test
  void aRunThatIsStoppedAndGoesOnGivesTheGoldenBytes() {
    assertThat(TinyRun.digestWithStops(STEPS, folder.resolve("state.safetensors")))
        .isEqualTo(GOLDEN);
  }

  @ParameterizedTest(name = "vectors of {1} floats")
  @CsvSource({"-XX:UseAVX=3, 16", "-XX:UseAVX=2, 8"})
  void anyVectorWidthGivesTheGoldenBytes(String option, String lanes) throws Exception {
    String[] output = runWith(option, STEPS).split(" ", 2);

    assumeTrue(
        output[0].equals(lanes),
        "this processor gives vectors of %s floats with %s".formatted(output[0], option));
    assertThat(output[1]).isEqualTo(GOLDEN);
  }

  @Test
  void aVirtualMachineWithoutVectorInstructionsGivesTheSameBytes() throws Exception {
    String[] output = runWith("-XX:TieredStopAtLevel=1", 1).split(" ", 2);

    assertThat(output[1]).isEqualTo(TinyRun.digest(1, 1));
  }

  private static String runWith(String option, int steps) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Xmx512m"));
    command.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", option));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TinyRun.class.getName(), "1", Integer.toString(steps)));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isZero();
    return output.strip();
  }
}
