package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import dev.demur.testsupport.Seeds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is left of a slice depends on nothing but the slices of its shard up to itself.
class DeduplicatingTest {
  private static final Assignment ASSIGNMENT =
      new Assignment("a key for tests only".getBytes(StandardCharsets.UTF_8), 2, 4);
  private static final int MEMBERS = 30;

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(20);
  }

  /// Everybody has one of a few texts, with a word of their own somewhere: bridges and chains.
  private static List<CorpusRow> rows(Random random) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int m = 0; m < MEMBERS; m++) {
      for (int r = 0; r < 3; r++) {
        StringBuilder text = new StringBuilder();
        int story = random.nextInt(4);
        int own = random.nextInt(30);
        for (int w = 0; w < 30; w++) {
          text.append(w == own ? "own" + m + r : "w" + story + "x" + w).append(' ');
        }
        rows.add(
            new CorpusRow(
                new MemberId("member-" + m),
                new RecordId("%032x".formatted(m * 100 + r)),
                Purpose.CONTENT_GENERATION,
                Category.CONTENT_POST,
                Optional.empty(),
                text.toString(),
                new TreeMap<>()));
      }
    }
    return rows;
  }

  private SortedMap<SliceId, List<CorpusRow>> kept(List<CorpusRow> rows) {
    return Deduplicating.run(ASSIGNMENT, ASSIGNMENT.spreadForTraining(rows), folder);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderOfArrivalDoesNotMatter(long seed) {
    List<CorpusRow> rows = rows(new Random(seed));
    SortedMap<SliceId, List<CorpusRow>> expected = kept(rows);
    assertThat(expected.values().stream().mapToInt(List::size).sum()).isLessThan(rows.size());
    Collections.shuffle(rows, new Random(seed + 1));
    assertThat(kept(rows)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMemberWhoLeavesChangesNoEarlierSliceAndNoOtherShard(long seed) {
    List<CorpusRow> rows = rows(new Random(seed));
    SortedMap<SliceId, List<CorpusRow>> before = kept(rows);
    int givenBack = 0;
    for (int m = 0; m < MEMBERS; m++) {
      MemberId leaving = new MemberId("member-" + m);
      SliceId own = ASSIGNMENT.sliceOf(leaving);
      SortedMap<SliceId, List<CorpusRow>> after =
          kept(rows.stream().filter(row -> !row.member().equals(leaving)).toList());
      for (SliceId slice : ASSIGNMENT.all()) {
        if (slice.shard() != own.shard() || slice.slice() < own.slice()) {
          assertThat(after.get(slice)).isEqualTo(before.get(slice));
        } else {
          List<CorpusRow> others =
              before.get(slice).stream().filter(r -> !r.member().equals(leaving)).toList();
          givenBack += after.get(slice).stream().filter(r -> !others.contains(r)).count();
        }
      }
    }
    assertThat(givenBack).as("rows that the leavers had suppressed").isPositive();
  }
}
