package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now = 1_000;

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTerminalGetsABarWithRateAndRemainingTime() {
    var bar = new ProgressBar(err, true, () -> now);
    bar.bytes("importing", 0, 2_000_000_000L);
    now += 10_000;
    bar.bytes("importing", 500_000_000L, 2_000_000_000L);
    assertThat(shown())
        .endsWith(
            "importing [#######                       ] 500.0 MB of 2.0 GB, 50.0 MB/s, 30 s left");
  }

  @Test
  void elsewhereThereIsALineNowAndThen() {
    var bar = new ProgressBar(err, false, () -> now);
    for (int i = 0; i <= 50; i++) {
      bar.at("importing", i, 3_000);
      now += 100;
    }
    assertThat(shown())
        .isEqualTo(
            """
            importing 20 of 3,000, 10/s, 4 min 58 s left
            importing 40 of 3,000, 10/s, 4 min 56 s left
            """);
  }

  @Test
  void aStepWithoutEndSaysWhatItIs() {
    var bar = new ProgressBar(err, true, () -> now);
    bar.at("storing records", 0, 0);
    assertThat(shown()).endsWith("storing records ...");
  }
}
