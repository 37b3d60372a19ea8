package dev.demur.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.testsupport.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuffixArrayTest {
  static LongStream seeds() {
    return Seeds.upTo(300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderIsThatOfComparingAllSuffixes(long seed) {
    var random = new SplittableRandom(seed);
    int upper = random.nextInt(5);
    int[] text = random.ints(random.nextInt(60), 0, upper + 1).toArray();

    assertThat(SuffixArray.of(text, upper)).isEqualTo(sorted(text));
  }

  private static int[] sorted(int[] text) {
    return IntStream.range(0, text.length)
        .boxed()
        .sorted((a, b) -> Arrays.compare(text, a, text.length, text, b, text.length))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
