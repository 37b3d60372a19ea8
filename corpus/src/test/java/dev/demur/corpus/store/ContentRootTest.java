package dev.demur.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.testsupport.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentRootTest {
  static LongStream seeds() {
    return Seeds.upTo(10);
  }

  private static CorpusRow row(String member, int record, String text) {
    return new CorpusRow(
        new MemberId(member),
        Samples.id(record),
        Purpose.CONTENT_GENERATION,
        Category.CONTENT_POST,
        Optional.empty(),
        text,
        new TreeMap<>(Map.of("text", text)));
  }

  private static String root(List<List<CorpusRow>> members) {
    ContentRoot root = new ContentRoot();
    members.forEach(root::add);
    return root.value();
  }

  @Test
  void anEmptyCorpusHasTheHashOfNothing() {
    assertThat(root(List.of()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(root(List.of(List.of()))).isEqualTo(root(List.of()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<List<CorpusRow>> members = new ArrayList<>();
    IntStream.range(0, random.nextInt(1, 9))
        .forEach(m ->
            members.add(
                new ArrayList<>(
                    IntStream.range(0, random.nextInt(1, 7))
                        .mapToObj(r -> row("m" + m, r, "text " + r))
                        .toList())));
    String before = root(members);
    Collections.shuffle(members, random);
    members.forEach(rows -> Collections.shuffle(rows, random));
    assertThat(root(members)).isEqualTo(before);
  }

  @Test
  void everyPartOfARowCounts() {
    List<CorpusRow> rows =
        List.of(
            row("m1", 1, "text"),
            row("m2", 1, "text"),
            row("m1", 2, "text"),
            row("m1", 1, "texts"));
    assertThat(rows.stream().map(r -> root(List.of(List.of(r)))).distinct()).hasSize(rows.size());
  }

  @Test
  void theBytesOfARowAreFixed() {
    // Computed from docs/reference/corpus-table.md by another program.
    assertThat(root(List.of(List.of(row("m1", 1, "text")))))
        .isEqualTo("9c52170fef331ff268e646bc4b921e1a139009dd90d056a08f7be5c47bc5f9c4");
  }
}
