package dev.demur.learn.adapter;

import static dev.demur.learn.adapter.TinyNetworks.BASE;
import static dev.demur.learn.adapter.TinyNetworks.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.model.Batch;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.CorpusRow;
import dev.demur.testsupport.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackingTest {
  private static final Tokenizer TOKENIZER = BASE.tokenizer();

  static LongStream seeds() {
    return Seeds.upTo(50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyTokenIsTaughtOnce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int context = 2 + random.nextInt(20);
    List<CorpusRow> rows =
        IntStream.range(0, random.nextInt(6))
            .mapToObj(i -> row("m", i, "x".repeat(1 + random.nextInt(40))))
            .toList();
    List<int[]> sequences = Packing.pack(rows, TOKENIZER, context);
    assertThat(sequences)
        .allSatisfy(sequence -> assertThat(sequence.length).isBetween(2, context + 1));
    int taught = sequences.isEmpty() ? 0 : Packing.batch(sequences, TOKENIZER).targetCount();
    int expected = rows.stream().mapToInt(row -> TOKENIZER.encode(row.text()).length + 1).sum();
    assertThat(taught).isEqualTo(expected);
  }

  @Test
  void rowsShareASequenceWhereTheyFitAndTheNextRowIsNotTaught() {
    List<int[]> sequences = Packing.pack(List.of(row("m", 1, "x"), row("m", 2, "z")), TOKENIZER, 8);
    int x = TOKENIZER.encode("x")[0];
    int z = TOKENIZER.encode("z")[0];
    int bos = TOKENIZER.bos();
    int eos = TOKENIZER.eos();
    assertThat(sequences).hasSize(1);
    assertThat(sequences.getFirst()).containsExactly(bos, x, eos, bos, z, eos);
    Batch batch = Packing.batch(sequences, TOKENIZER);
    assertThat(batch.tokens()).containsExactly(bos, x, eos, bos, z);
    assertThat(batch.targets()).containsExactly(x, eos, Batch.IGNORED, z, eos);
  }

  @Test
  void aLongRowIsCutIntoPiecesThatOverlapByOneToken() {
    List<int[]> sequences = Packing.pack(List.of(row("m", 1, "xzxzxzx")), TOKENIZER, 4);
    List<Integer> joined = new ArrayList<>();
    for (int[] sequence : sequences) {
      int skipped = joined.isEmpty() ? 0 : 1;
      Arrays.stream(sequence).skip(skipped).forEach(joined::add);
    }
    assertThat(joined.getFirst()).isEqualTo(TOKENIZER.bos());
    assertThat(joined.getLast()).isEqualTo(TOKENIZER.eos());
    int[] text = joined.stream().mapToInt(Integer::intValue).toArray();
    assertThat(TOKENIZER.decode(text)).isEqualTo("xzxzxzx");
    assertThat(sequences).hasSize(2);
  }
}
