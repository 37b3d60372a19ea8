package dev.demur.learn.adapter;

import static dev.demur.learn.adapter.TinyNetworks.KEY;
import static dev.demur.learn.adapter.TinyNetworks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.testsupport.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentTest {
  static LongStream seeds() {
    return Seeds.upTo(30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whereAMemberIsDependsOnNobodyElse(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Assignment assignment = new Assignment(KEY, 1 + random.nextInt(5), 1 + random.nextInt(5));
    List<CorpusRow> rows = TinyNetworks.random(random, 10);
    Map<SliceId, List<CorpusRow>> spread = assignment.spread(rows);
    assertThat(assignment.all()).containsAll(spread.keySet());
    spread.forEach((slice, own) ->
        assertThat(own)
            .allSatisfy(r -> assertThat(assignment.sliceOf(r.member())).isEqualTo(slice)));
    assertThat(spread.values().stream().mapToInt(List::size).sum()).isEqualTo(rows.size());
  }

  @Test
  void whatIsAboutSomebodyElseAsWellIsTrainedOnLast() {
    Assignment assignment = new Assignment(KEY, 3, 4);
    CorpusRow post = TinyNetworks.row("jane", 1, "a team of ten");
    CorpusRow recommendation =
        new CorpusRow(
            post.member(),
            new RecordId("%032x".formatted(2)),
            post.purpose(),
            Category.PROFILE_RECOMMENDATION,
            Optional.empty(),
            "plans ships",
            new TreeMap<>());
    SliceId own = assignment.sliceOf(post.member());
    SliceId last = new SliceId(own.shard(), 3);
    assertThat(own).isNotEqualTo(last);
    assertThat(assignment.spreadForTraining(List.of(post, recommendation)))
        .containsExactly(Map.entry(own, List.of(post)), Map.entry(last, List.of(recommendation)));
    assertThat(assignment.spread(List.of(post, recommendation)))
        .as("what is looked up by member stays with the member")
        .containsOnlyKeys(own);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderWithinASliceStaysWhenSomebodyLeaves(long seed) {
    Assignment assignment = new Assignment(KEY, 1, 1);
    List<CorpusRow> rows = TinyNetworks.random(new SplittableRandom(seed), 8);
    SliceId slice = new SliceId(0, 0);
    List<List<CorpusRow>> all = assignment.byMember(slice, rows);
    List<CorpusRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(assignment.byMember(slice, shuffled)).isEqualTo(all);
    MemberId leaving = rows.getFirst().member();
    assertThat(assignment.byMember(slice, TinyNetworks.without(rows, List.of(leaving))))
        .isEqualTo(all.stream().filter(own -> !own.getFirst().member().equals(leaving)).toList());
  }

  @Test
  void membersAreSpreadEvenlyOverAllSlicesButTheLast() {
    Assignment assignment = new Assignment(KEY, 4, 6);
    Map<SliceId, Long> counts =
        IntStream.range(0, 20_000)
            .mapToObj(i -> assignment.sliceOf(new MemberId("member-" + i)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts).hasSize(20);
    assertThat(counts.keySet()).allSatisfy(slice -> assertThat(slice.slice()).isLessThan(5));
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(850L, 1150L));
  }

  @Test
  void aMemberStaysWhereTheKeyPutsIt() {
    Assignment assignment = new Assignment(KEY, 16, 8);
    assertThat(assignment.sliceOf(new MemberId("jane"))).hasToString("s10/j6");
    assertThat(assignment.sliceOf(new MemberId("joe"))).hasToString("s10/j2");
    byte[] other = KEY.clone();
    other[0]++;
    assertThat(new Assignment(other, 16, 8).sliceOf(new MemberId("jane"))).hasToString("s2/j4");
  }

  @Test
  void theRootOfASliceChangesWithEveryWordAndSaysNothingWithoutTheKey() {
    KeyedHash hash = new KeyedHash(KEY);
    List<List<CorpusRow>> rows =
        List.of(List.of(row("m1", 1, "a"), row("m1", 2, "b")), List.of(row("m2", 3, "c")));
    String root = DataRoot.of(hash, rows);
    assertThat(root).isEqualTo(DataRoot.of(hash, rows)).hasSize(64);
    byte[] other = KEY.clone();
    other[0]++;
    assertThat(
            List.of(
                DataRoot.of(new KeyedHash(other), rows),
                DataRoot.of(hash, rows.reversed()),
                DataRoot.of(hash, rows.subList(0, 1)),
                DataRoot.of(
                    hash, List.of(List.of(row("m1", 1, "a"), row("m1", 2, "B")), rows.getLast())),
                DataRoot.of(
                    hash, List.of(List.of(row("m1", 1, "a"), row("m1", 4, "b")), rows.getLast()))))
        .doesNotContain(root)
        .doesNotHaveDuplicates();
    assertThat(DataRoot.of(hash, List.of()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aSliceIsReadAsItIsWritten() {
    assertThat(SliceId.parse("s3/j12")).isEqualTo(new SliceId(3, 12)).hasToString("s3/j12");
    assertThat(new SliceId(0, 9)).isLessThan(new SliceId(1, 0));
    assertThatThrownBy(() -> SliceId.parse("s3"))
        .hasMessage("a slice is written like s0/j0, got: s3");
    assertThatThrownBy(() -> new SliceId(-1, 0))
        .hasMessage("shard and slice must be 0 or more, got -1 and 0");
  }

  @Test
  void aShortKeyAndNoShardsAreRefused() {
    assertThatThrownBy(() -> new Assignment(new byte[15], 1, 1))
        .hasMessage("the assignment key must have 16 bytes or more, got 15");
    assertThatThrownBy(() -> new Assignment(KEY, 0, 1))
        .hasMessage(
            "shards and slices must be 1 or more and at most 1000000 together, got 0 and 1");
  }
}
