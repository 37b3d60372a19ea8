package dev.demur.learn.adapter;

import static dev.demur.learn.adapter.TinyNetworks.KEY;
import static dev.demur.learn.adapter.TinyNetworks.files;
import static dev.demur.learn.adapter.TinyNetworks.make;
import static dev.demur.learn.adapter.TinyNetworks.members;
import static dev.demur.learn.adapter.TinyNetworks.random;
import static dev.demur.learn.adapter.TinyNetworks.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Removing members and making again gives the files that there would be without them.
class ForgetLawTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void membersWhoLeaveTogetherOrOneByOneLeaveNothing(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Assignment assignment = assignment(random);
    List<CorpusRow> rows = random(random, 1 + random.nextInt(10));
    List<MemberId> leaving = someOf(members(rows), seed);
    make(assignment, rows, folder.resolve("together"));
    make(assignment, rows, folder.resolve("one by one"));

    make(assignment, without(rows, leaving), folder.resolve("together"));
    for (int gone = 1; gone <= leaving.size(); gone++) {
      make(assignment, without(rows, leaving.subList(0, gone)), folder.resolve("one by one"));
    }

    make(assignment, without(rows, leaving), folder.resolve("never"));
    assertThat(files(folder.resolve("together")))
        .isEqualTo(files(folder.resolve("never")))
        .isEqualTo(files(folder.resolve("one by one")))
        .hasSize(assignment.shards() * assignment.slices());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoeverIsAloneInASliceOrInTheFirstOrTheLastLeavesNothing(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Assignment assignment = new Assignment(KEY, 1, 3);
    List<CorpusRow> rows = random(random, 4);
    for (MemberId member : members(rows)) {
      Path one = folder.resolve(member + " left");
      make(assignment, rows, one);
      make(assignment, without(rows, List.of(member)), one);
      Path never = folder.resolve(member + " never was");
      make(assignment, without(rows, List.of(member)), never);
      assertThat(files(one)).isEqualTo(files(never));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoeverLeavesAndComesBackIsThereAsBefore(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Assignment assignment = assignment(random);
    List<CorpusRow> rows = random(random, 6);
    make(assignment, rows, folder);
    var before = files(folder);
    make(assignment, without(rows, someOf(members(rows), seed)), folder);
    make(assignment, rows, folder);
    assertThat(files(folder)).isEqualTo(before);
  }

  private static Assignment assignment(SplittableRandom random) {
    return new Assignment(KEY, 1 + random.nextInt(3), 1 + random.nextInt(4));
  }

  private static List<MemberId> someOf(List<MemberId> members, long seed) {
    List<MemberId> shuffled = new ArrayList<>(members);
    Random random = new Random(seed);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
  }
}
