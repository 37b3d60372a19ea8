package dev.demur.archive.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.testsupport.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShareTextTest {
  static LongStream seeds() {
    return Seeds.upTo(200);
  }

  @Test
  void theQuotingOfLinesIsUndone() {
    String cell = "Month end is not a date.\"\n\"\"\n\"It is a \"\"state of mind\"\", she said.";
    assertThat(ShareText.undone(cell))
        .isEqualTo("Month end is not a date.\n\nIt is a \"state of mind\", she said.");
  }

  @Test
  void quotesAroundTheWholeAndCarriageReturnsAreUndoneToo() {
    assertThat(ShareText.undone("\"one\"\r\n\"two\"")).isEqualTo("one\ntwo");
  }

  @Test
  void aPlainPostIsLeftAlone() {
    assertThat(ShareText.undone("Hello\nworld")).isEqualTo("Hello\nworld");
    assertThat(ShareText.undone("She said \"yes\".")).isEqualTo("She said \"yes\".");
    assertThat(ShareText.undone("\"quoted\"")).isEqualTo("\"quoted\"");
  }

  @Test
  void oddRunsOfQuotesAreLeftAlone() {
    assertThat(ShareText.undone("one\"\n\"a 5\" disk")).isEqualTo("one\na 5\" disk");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatTheExportDoesToAPostIsUndone(long seed) {
    var random = new SplittableRandom(seed);
    var post = new StringBuilder("x");
    for (int i = random.nextInt(40); i > 0; i--) {
      post.append("ab \"\n,é".charAt(random.nextInt(7)));
    }
    String text = post.append("\nx").toString();
    String exported =
        Arrays.stream(text.split("\n", -1))
            .map(line -> line.replace("\"", "\"\""))
            .collect(Collectors.joining("\"\n\""));

    assertThat(ShareText.undone(exported)).isEqualTo(text);
  }
}
