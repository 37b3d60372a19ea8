package dev.demur.learn.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTextTest {
  static LongStream seeds() {
    return Seeds.upTo(20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anOrderHoldsEachNumberOnceAndDependsOnSeedAndName(long seed) {
    int[] order = Order.of(seed, "a", 500);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(IntStream.range(0, 500).toArray());
    assertThat(Order.of(seed, "a", 500)).isEqualTo(order);
    assertThat(Order.of(seed, "b", 500)).isNotEqualTo(order);
    assertThat(Order.of(seed + 1, "a", 500)).isNotEqualTo(order);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyWindowOfAnEpochIsTextAndItsTargetsAreOneTokenLater(long seed) throws IOException {
    Tokenizer tokenizer = TokenizerTraining.train(Stream.empty(), 258);
    List<PublicDocument> documents =
        IntStream.range(0, 20)
            .mapToObj(i -> new PublicDocument("d" + i, "text " + i + " " + "x".repeat(i)))
            .toList();
    TokenText text = TokenText.of(documents, tokenizer, seed);
    assertThat(text.length())
        .isEqualTo(documents.stream().mapToInt(d -> d.text().length() + 2).sum());
    int context = 7;
    int windows = text.windows(context);
    int[] tokens = new int[windows * context];
    int[] targets = new int[windows * context];
    text.epoch(2, context).copy(0, windows, tokens, targets);
    for (int i = 0; i + 1 < tokens.length; i++) {
      if ((i + 1) % context != 0) {
        assertThat(targets[i]).isEqualTo(tokens[i + 1]);
      }
    }
    assertThat(Arrays.stream(tokens).filter(id -> id == tokenizer.bos()).count()).isGreaterThan(15);
  }
}
