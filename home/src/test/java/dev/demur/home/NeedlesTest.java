package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.testsupport.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeedlesTest {
  static LongStream seeds() {
    return Seeds.upTo(300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsWhatLookingForEachOneFinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String text = letters(random, 2 + random.nextInt(60));
    List<String> needles = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      needles.add(letters(random, 2 + random.nextInt(7)));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      String part = text.substring(0, length);
      assertThat(needles(needles).anyIn(bytes, length))
          .as("%s in %s", needles, part)
          .isEqualTo(needles.stream().anyMatch(part::contains));
    }
  }

  /// Of three letters, so that much stands almost everywhere.
  private static String letters(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    return text.toString();
  }

  private static Needles needles(List<String> texts) {
    return new Needles(texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList());
  }

  @Test
  void bytesAbove127AreBytesLikeOthers() {
    byte[] text = "grüße an İpek-Öztürk".getBytes(StandardCharsets.UTF_8);

    assertThat(needles(List.of("ipek", "İpek-Ö")).anyIn(text, text.length)).isTrue();
    assertThat(needles(List.of("Ipek-Ö")).anyIn(text, text.length)).isFalse();
  }

  @Test
  void aSingleByteIsNotLookedFor() {
    assertThatThrownBy(() -> needles(List.of("abc", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what is looked for has 2 bytes or more, got 1");
  }
}
