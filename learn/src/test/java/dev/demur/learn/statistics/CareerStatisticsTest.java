package dev.demur.learn.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CareerStatisticsTest {
  private static final List<String> TITLES =
      List.of("Nurse", "Senior nurse", "Ward manager", "Teacher");
  private static final List<String> SKILLS = List.of("Care", "Planning", "Excel");

  @TempDir Path folder;
  private int records;

  static LongStream seeds() {
    return Seeds.upTo(50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void subtractingMembersEqualsNeverHavingCountedThem(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<CorpusRow> rows = network(random, 12);
    SortedMap<MemberId, Contribution> all = Contribution.byMember(rows);
    CareerStatistics statistics = CareerStatistics.over(all.values());
    SortedMap<MemberId, Contribution> rest = new TreeMap<>(all);
    List<MemberId> leaving = new ArrayList<>(all.keySet());
    Collections.shuffle(leaving, new Random(seed));
    leaving = leaving.subList(0, random.nextInt(1 + leaving.size()));
    for (MemberId member : leaving) {
      statistics.subtract(requireNonNull(rest.remove(member)));
    }
    CareerStatistics rebuilt = CareerStatistics.over(rest.values());

    assertThat(statistics.digests()).isEqualTo(rebuilt.digests());
    Path one = folder.resolve("one.json");
    Path other = folder.resolve("other.json");
    statistics.write(one, "root");
    rebuilt.write(other, "root");
    assertThat(one).hasSameBinaryContentAs(other);
    CareerStatistics.Stored read = CareerStatistics.read(one);
    assertThat(read.inputs()).isEqualTo("root");
    assertThat(read.statistics().digests()).isEqualTo(rebuilt.digests());

    leaving.forEach(member -> statistics.add(requireNonNull(all.get(member))));
    assertThat(statistics.digests()).isEqualTo(CareerStatistics.over(all.values()).digests());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfRowsDoesNotMatter(long seed) {
    List<CorpusRow> rows = network(new SplittableRandom(seed), 6);
    SortedMap<MemberId, Contribution> one = Contribution.byMember(rows);
    Collections.shuffle(rows, new Random(seed));
    assertThat(Contribution.byMember(rows)).isEqualTo(one);
  }

  @Test
  void oneMemberCountsOnceHoweverOftenTheArchiveSaysIt() {
    MemberId member = new MemberId("m1");
    Contribution contribution =
        Contribution.of(
            List.of(
                job(member, "Nurse", "2010-01-01T00:00:00Z"),
                job(member, " NURSE ", "2012-01-01T00:00:00Z"),
                job(member, "Ward  manager", "2015-01-01T00:00:00Z"),
                skill(member, "Care"),
                skill(member, "care")));
    assertThat(contribution.titles()).containsExactly("nurse", "ward manager");
    assertThat(contribution.skillsByTitle().get("nurse")).containsExactly("care");
    assertThat(contribution.nextByTitle()).containsOnlyKeys("nurse");
    assertThat(contribution.nextByTitle().get("nurse")).containsExactly("ward manager");
  }

  @Test
  void jobsThatBeganTogetherDoNotFollowEachOther() {
    MemberId member = new MemberId("m1");
    Contribution contribution =
        Contribution.of(
            List.of(
                job(member, "Nurse", "2010-01-01T00:00:00Z"),
                job(member, "Teacher", "2010-01-01T00:00:00Z"),
                job(member, "Ward manager", "2015-01-01T00:00:00Z")));
    assertThat(contribution.nextByTitle()).containsOnlyKeys("nurse", "teacher");
    assertThat(contribution.nextByTitle().values())
        .allSatisfy(next -> assertThat(next).containsExactly("ward manager"));
  }

  @Test
  void rowsForGeneratedContentAreNotCounted() {
    CorpusRow row = job(new MemberId("m1"), "Nurse", "2010-01-01T00:00:00Z");
    CorpusRow other =
        new CorpusRow(
            row.member(),
            row.record(),
            Purpose.CONTENT_GENERATION,
            row.category(),
            row.createdAt(),
            "Nurse",
            row.fields());
    assertThat(Contribution.of(List.of(other)).titles()).isEmpty();
  }

  @Test
  void whatFewerThanKMembersStandForIsNotReadOut() {
    CareerStatistics statistics = CareerStatistics.empty();
    for (int i = 0; i < 10; i++) {
      MemberId member = new MemberId("m" + i);
      List<CorpusRow> rows = new ArrayList<>();
      rows.add(job(member, "Nurse", "2010-01-01T00:00:00Z"));
      rows.add(job(member, i < 9 ? "Teacher" : "Ward manager", "2012-01-01T00:00:00Z"));
      rows.add(skill(member, "Care"));
      rows.add(skill(member, i < 9 ? "Excel" : "Planning"));
      statistics.add(Contribution.of(rows));
    }
    assertThat(statistics.skillsOf("NURSE", 10)).containsExactly(new Supported("care", 10));
    assertThat(statistics.skillsOf("nurse", 9))
        .containsExactly(new Supported("care", 10), new Supported("excel", 9));
    assertThat(statistics.nextAfter("nurse", 10)).isEmpty();
    assertThat(statistics.nextAfter("nurse", 9)).containsExactly(new Supported("teacher", 9));
    assertThat(statistics.members("Nurse", 10)).isEqualTo(10);
    assertThat(statistics.members("Teacher", 10)).isZero();
    assertThat(statistics.skillsOf("astronaut", 1)).isEmpty();
  }

  @Test
  void whoWasNeverAddedCannotBeSubtracted() {
    Contribution contribution =
        Contribution.of(List.of(job(new MemberId("m1"), "Nurse", "2010-01-01T00:00:00Z")));
    assertThatThrownBy(() -> CareerStatistics.empty().subtract(contribution))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a member is subtracted who was never added; rebuild the statistics");
  }

  @Test
  void aContributionIsOfOneMember() {
    List<CorpusRow> rows =
        List.of(skill(new MemberId("m1"), "Care"), skill(new MemberId("m2"), "Care"));
    assertThatThrownBy(() -> Contribution.of(rows))
        .hasMessage("a contribution is of one member, got rows of 2");
  }

  @Test
  void aFileThatWasNotWrittenSoIsRefused() throws IOException {
    Path file = folder.resolve("statistics.json");
    Files.writeString(file, "{\"format\":\"other\"}");
    assertThatThrownBy(() -> CareerStatistics.read(file))
        .hasMessage(
            file + ": format must be demur-career-statistics/1, got other; rebuild the statistics");
    Files.writeString(
        file, "{\"format\":\"demur-career-statistics/1\",\"titles\":{\"a\":{\"b\":0}}}");
    assertThatThrownBy(() -> CareerStatistics.read(file))
        .hasMessage(file + ": a count must be 1 or more, got 0; rebuild the statistics");
    Files.writeString(file, "{\"format\"");
    assertThatThrownBy(() -> CareerStatistics.read(file)).hasMessageStartingWith(file + ": ");
  }

  private List<CorpusRow> network(SplittableRandom random, int members) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      MemberId member = new MemberId("member-" + random.nextInt(1000));
      for (int job = random.nextInt(5); job > 0; job--) {
        String start = (2000 + random.nextInt(8)) + "-01-01T00:00:00Z";
        rows.add(job(member, TITLES.get(random.nextInt(TITLES.size())), start));
      }
      for (int skill = random.nextInt(4); skill > 0; skill--) {
        rows.add(skill(member, SKILLS.get(random.nextInt(SKILLS.size()))));
      }
    }
    return rows;
  }

  private CorpusRow job(MemberId member, String title, String start) {
    return row(
        member, Category.PROFILE_POSITION, Optional.of(Instant.parse(start)), Fields.TITLE, title);
  }

  private CorpusRow skill(MemberId member, String name) {
    return row(member, Category.PROFILE_SKILL, Optional.empty(), Fields.NAME, name);
  }

  private CorpusRow row(
      MemberId member, Category category, Optional<Instant> at, String field, String value) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put(field, value);
    RecordId id = new RecordId("%032x".formatted(records++));
    return new CorpusRow(member, id, Purpose.OTHER_ML, category, at, "", fields);
  }
}
