package dev.demur.learn.adapter;

import static dev.demur.learn.adapter.TinyNetworks.BASE;
import static dev.demur.learn.adapter.TinyNetworks.KEY;
import static dev.demur.learn.adapter.TinyNetworks.SETTINGS;
import static dev.demur.learn.adapter.TinyNetworks.files;
import static dev.demur.learn.adapter.TinyNetworks.make;
import static dev.demur.learn.adapter.TinyNetworks.members;
import static dev.demur.learn.adapter.TinyNetworks.random;
import static dev.demur.learn.adapter.TinyNetworks.row;
import static dev.demur.learn.adapter.TinyNetworks.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One removal from one random network for each seed, in one of several ways, with the merged
/// adapter. `-Ddemur.seeds=1000` makes it a soak.
class RemovalLawTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(24);
  }

  /// How somebody leaves.
  private enum Way {
    ALONE,
    ONE_BY_ONE,
    TOGETHER,
    IN_ANOTHER_ORDER,
    AND_BACK_AND_AGAIN,
    WITHOUT_ANY_TEXT,
    FROM_THE_FIRST_SLICE,
    FROM_THE_LAST_SLICE,
    AS_THE_ONLY_ONE_OF_A_SLICE;

    static Way of(long seed) {
      return values()[(int) (seed % values().length)];
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoeverLeavesInWhateverWayWasNeverThere(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Assignment assignment = new Assignment(KEY, 1 + random.nextInt(3), 1 + random.nextInt(4));
    List<CorpusRow> rows = new ArrayList<>(random(random, 2 + random.nextInt(7)));
    List<MemberId> leaving = leaving(Way.of(seed), assignment, rows, random);

    makeAll(assignment, rows, folder.resolve("left"));
    for (List<MemberId> gone : stages(Way.of(seed), leaving, seed)) {
      makeAll(assignment, without(rows, gone), folder.resolve("left"));
    }

    makeAll(assignment, without(rows, leaving), folder.resolve("never"));
    assertThat(files(folder.resolve("left"))).isEqualTo(files(folder.resolve("never")));
  }

  private static void makeAll(Assignment assignment, List<CorpusRow> rows, Path folder)
      throws IOException {
    make(assignment, rows, folder);
    new Merge(BASE, SETTINGS, assignment, folder).publish(folder.resolve("merged"));
  }

  /// Who leaves; for the ways that need somebody in a certain place, somebody is put there.
  private static List<MemberId> leaving(
      Way way, Assignment assignment, List<CorpusRow> rows, SplittableRandom random) {
    SliceId last = new SliceId(0, Math.max(0, assignment.slices() - 2));
    switch (way) {
      case WITHOUT_ANY_TEXT -> {
        CorpusRow silent = row("silent-" + random.nextInt(1000), 1, " \n ");
        rows.add(silent);
        return List.of(silent.member());
      }
      case FROM_THE_FIRST_SLICE -> {
        return List.of(newcomer(assignment, new SliceId(0, 0), rows));
      }
      case FROM_THE_LAST_SLICE -> {
        return List.of(newcomer(assignment, last, rows));
      }
      case AS_THE_ONLY_ONE_OF_A_SLICE -> {
        rows.removeIf(row -> assignment.sliceOf(row.member()).equals(last));
        return List.of(newcomer(assignment, last, rows));
      }
      case ALONE -> {
        return List.of(members(rows).get(random.nextInt(members(rows).size())));
      }
      case ONE_BY_ONE, TOGETHER, IN_ANOTHER_ORDER, AND_BACK_AND_AGAIN -> {
        List<MemberId> all = members(rows);
        return all.subList(0, 1 + random.nextInt(all.size()));
      }
    }
    throw new AssertionError(way);
  }

  private static MemberId newcomer(Assignment assignment, SliceId slice, List<CorpusRow> rows) {
    int number =
        IntStream.range(0, 100_000)
            .filter(i -> assignment.sliceOf(new MemberId("newcomer-" + i)).equals(slice))
            .findFirst()
            .orElseThrow();
    CorpusRow row = row("newcomer-" + number, number, "ten ships of a team, for now.");
    rows.add(row);
    return row.member();
  }

  /// Who has left after each making; the last of them is everybody who leaves.
  private static List<List<MemberId>> stages(Way way, List<MemberId> leaving, long seed) {
    List<MemberId> order = new ArrayList<>(leaving);
    if (way == Way.IN_ANOTHER_ORDER) {
      Collections.shuffle(order, new Random(seed));
    }
    List<List<MemberId>> stages = new ArrayList<>();
    if (way == Way.ONE_BY_ONE || way == Way.IN_ANOTHER_ORDER) {
      for (int gone = 1; gone <= order.size(); gone++) {
        stages.add(order.subList(0, gone));
      }
    } else if (way == Way.AND_BACK_AND_AGAIN) {
      stages.addAll(List.of(order, List.of(), order));
    } else {
      stages.add(order);
    }
    return stages;
  }

  /// A process that is killed between two changes of the disk leaves one of these states: the
  /// checkpoints of the shard deleted one after another from the last, then written anew from the
  /// first, each as a temporary file before it has its name.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRemovalKilledBetweenAnyTwoWritesIsFinishedByTheNext(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Assignment assignment = new Assignment(KEY, 2, 3);
    List<CorpusRow> rows = random(random, 5);
    MemberId leaving = members(rows).get(random.nextInt(members(rows).size()));
    List<CorpusRow> kept = without(rows, List.of(leaving));
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    make(assignment, rows, before);
    make(assignment, kept, after);
    SortedMap<String, String> expected = files(after);
    SliceId first = assignment.sliceOf(leaving);
    int slices = assignment.slices() - first.slice();
    for (int writes = 0; writes <= 3 * slices; writes++) {
      Path killed = folder.resolve("killed " + writes);
      copy(before, killed);
      interrupt(killed, after, first, slices, writes);
      make(assignment, kept, killed);
      assertThat(files(killed)).as("killed after %d changes", writes).isEqualTo(expected);
    }
  }

  /// Brings a folder to where a removal is after so many changes of the disk.
  private static void interrupt(Path killed, Path after, SliceId first, int slices, int changes)
      throws IOException {
    for (int i = 0; i < Math.min(changes, slices); i++) {
      Files.delete(
          Checkpoint.file(killed, new SliceId(first.shard(), first.slice() + slices - 1 - i)));
    }
    for (int i = slices; i < changes; i++) {
      SliceId slice = new SliceId(first.shard(), first.slice() + (i - slices) / 2);
      Path target = Checkpoint.file(killed, slice);
      Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
      byte[] bytes = Files.readAllBytes(Checkpoint.file(after, slice));
      if ((i - slices) % 2 == 0) {
        Files.write(temporary, Arrays.copyOf(bytes, bytes.length / 2));
      } else {
        Files.delete(temporary);
        Files.write(target, bytes);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : files(from).keySet()) {
      Path target = to.resolve(name);
      Files.createDirectories(target.getParent());
      Files.copy(from.resolve(name), target);
    }
  }
}
