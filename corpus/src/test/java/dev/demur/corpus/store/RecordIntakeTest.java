package dev.demur.corpus.store;

import static dev.demur.corpus.store.Samples.ANNA;
import static dev.demur.corpus.store.Samples.BELA;
import static dev.demur.corpus.store.Samples.post;
import static dev.demur.corpus.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordIntakeTest {
  private static final RecordMerge RULE = new RecordMerge(holder -> false);

  /// Room for a handful of records, so that nearly everything goes through runs.
  private static final long LITTLE = 4_000;

  @TempDir private Path folder;

  static LongStream seeds() {
    return Seeds.upTo(6);
  }

  private static Map<MemberId, List<MemberRecord>> everything(RecordTable table) {
    Map<MemberId, List<MemberRecord>> all = new TreeMap<>();
    table.scan(all::put);
    return all;
  }

  private RecordIntake intake(RecordTable table) {
    return new RecordIntake(table, folder.resolve("incoming"), RULE, LITTLE);
  }

  private static List<StorableRecord> random(SplittableRandom random, int count) {
    List<StorableRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      MemberId holder = new MemberId("holder-" + random.nextInt(9));
      String text = "text number " + random.nextInt(4);
      records.add(stored(post(holder, random.nextInt(60), text)));
    }
    return records;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void manySmallRunsGiveWhatOnePutGivesInWhateverOrder(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<StorableRecord> first = random(random, 150);
    List<StorableRecord> second = random(random, 300);
    List<StorableRecord> dropped = random(random, 100);
    Files.createDirectories(folder.resolve("one"));
    Files.createDirectories(folder.resolve("other"));
    try (Warehouse one = Homes.warehouse(folder.resolve("one"));
        Warehouse other = Homes.warehouse(folder.resolve("other"))) {
      RecordTable plain = RecordTable.open(one, Homes.TOKENS, Homes.BUCKETS);
      List<StorableRecord> all = new ArrayList<>(first);
      all.addAll(second);
      plain.put(all);
      RecordTable table = RecordTable.open(other, Homes.TOKENS, Homes.BUCKETS);
      try (RecordIntake intake = intake(table)) {
        second.forEach(intake::add);
        intake.keep();
        dropped.forEach(intake::add);
        intake.drop();
        intake.publish();
        first.forEach(intake::add);
        intake.keep();
        dropped.forEach(intake::add);
        intake.publish();
      }
      assertThat(everything(table)).isEqualTo(everything(plain));
      assertThat(leftInFolder()).isEmpty();
    }
  }

  private List<Path> leftInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
      return files.toList();
    }
  }

  @Test
  void whatBecameOfEachRecordIsCounted() {
    try (Warehouse warehouse = Homes.warehouse(folder)) {
      RecordTable table = RecordTable.open(warehouse, Homes.TOKENS, Homes.BUCKETS);
      table.put(List.of(stored(post(ANNA, 1, "first")), stored(post(ANNA, 2, "second"))));
      try (RecordIntake intake = intake(table)) {
        intake.add(stored(post(ANNA, 1, "first")));
        intake.add(stored(post(ANNA, 2, "second, and longer")));
        intake.add(stored(post(BELA, 3, "third")));
        intake.add(stored(post(BELA, 3, "third")));
        intake.keep();
        Intake taken = intake.publish();
        assertThat(List.of(taken.fresh(), taken.changed(), taken.same()))
            .containsExactly(1L, 1L, 1L);
        assertThat(taken.byKind()).containsExactly(Map.entry("linkedin", 3L));
      }
    }
  }

  @Test
  void contentOfSomebodyUnderAgeGivesWayToAStub() {
    try (Warehouse warehouse = Homes.warehouse(folder)) {
      RecordTable table = RecordTable.open(warehouse, Homes.TOKENS, Homes.BUCKETS);
      table.put(List.of(stored(post(ANNA, 1, "first"))));
      try (RecordIntake intake = table.intake(folder.resolve("incoming"), ANNA::equals)) {
        intake.add(stored(post(ANNA, 1, "first")));
        intake.keep();
        intake.publish();
      }
      assertThat(table.of(ANNA).getFirst().fields()).isEmpty();
    }
  }
}
