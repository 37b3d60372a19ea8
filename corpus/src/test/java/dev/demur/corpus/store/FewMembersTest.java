package dev.demur.corpus.store;

import static dev.demur.corpus.store.Samples.post;
import static dev.demur.corpus.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.testsupport.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.iceberg.DataFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading some members of a table, of which other members' rows are passed over unread.
class FewMembersTest {
  private static final int MEMBERS = 400;

  @TempDir static Path folder = Path.of("");

  private static final SortedMap<MemberId, List<MemberRecord>> ALL = new TreeMap<>();
  private Warehouse warehouse = Homes.warehouse(folder);
  private RecordTable table = RecordTable.open(warehouse, Homes.TOKENS, 2);

  @BeforeAll
  static void fill() {
    SplittableRandom random = new SplittableRandom(3);
    List<StorableRecord> records = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      MemberId member = member(i);
      for (int j = random.nextInt(12); j >= 0; j--) {
        String text = random.longs(40).mapToObj(Long::toString).collect(Collectors.joining(" "));
        records.add(stored(post(member, i * 100 + j, text)));
      }
    }
    try (Warehouse warehouse = Homes.warehouse(folder)) {
      RecordTable table = RecordTable.open(warehouse, Homes.TOKENS, 2);
      table.put(records);
      table.scan(ALL::put);
    }
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private static MemberId member(int number) {
    return new MemberId("member-%04d".formatted(number));
  }

  static LongStream seeds() {
    return Seeds.upTo(20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void someMembersHaveTheRowsThatReadingAllOfThemGives(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<MemberId> wanted = new TreeSet<>();
    for (int i = random.nextInt(seed % 4 == 0 ? MEMBERS : 6); i >= 0; i--) {
      wanted.add(member(random.nextInt(MEMBERS + 20)));
    }
    SortedMap<MemberId, List<MemberRecord>> expected = new TreeMap<>(ALL);
    expected.keySet().retainAll(wanted);

    assertThat(table.of(wanted)).isEqualTo(expected);
    wanted.forEach(one -> assertThat(table.of(one)).isEqualTo(ALL.getOrDefault(one, List.of())));
  }

  @Test
  void aLargeBucketIsWrittenInGroupsOfFewMembers() {
    try (var view = table.table().view()) {
      assertThat(view.files().values())
          .extracting(DataFile::splitOffsets)
          .allSatisfy(groups -> assertThat(groups).hasSizeGreaterThan(2));
    }
  }
}
