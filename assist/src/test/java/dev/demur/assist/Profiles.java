package dev.demur.assist;

import dev.demur.assist.profile.MemberProfile;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import dev.demur.trace.Segment;
import dev.demur.trace.TraceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Members, records and corpora for tests.
public final class Profiles {
  public static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");

  private final MemberId member;
  private final List<MemberRecord> records = new ArrayList<>();

  private Profiles(String member) {
    this.member = new MemberId(member);
  }

  public static Profiles of(String member) {
    return new Profiles(member);
  }

  public Profiles with(Category category, Map<String, String> fields) {
    records.add(record(category, Optional.of(member), fields));
    return this;
  }

  /// A record in the member's archive that somebody else wrote.
  public Profiles withForeign(Category category, Map<String, String> fields) {
    records.add(record(category, Optional.of(new MemberId("someone-else")), fields));
    return this;
  }

  private MemberRecord record(
      Category category, Optional<MemberId> author, Map<String, String> fields) {
    int number = records.size() + 1;
    return new MemberRecord(
        new RecordId(
            "%032x".formatted(Math.floorMod(member.hashCode(), 1_000_000) * 1_000L + number)),
        member,
        author,
        List.of(),
        List.of(),
        category,
        Optional.empty(),
        new TreeMap<>(fields),
        new Source("linkedin", "all.csv", number));
  }

  public List<MemberRecord> records() {
    return List.copyOf(records);
  }

  public MemberProfile profile() {
    return MemberProfile.of(member, records, NOW);
  }

  /// Ada: two jobs, a degree, three skills, a town.
  public static Profiles ada() {
    return of("ada")
        .with(
            Category.PROFILE_POSITION,
            Map.of(
                Fields.TITLE,
                "Data Engineer",
                Fields.COMPANY,
                "Harbour Bank",
                Fields.DESCRIPTION,
                "I moved 14 systems to the new platform.",
                Fields.STARTED,
                "Mar 2020"))
        .with(
            Category.PROFILE_POSITION,
            Map.of(
                Fields.TITLE,
                "Analyst",
                Fields.COMPANY,
                "Meadow Insurance",
                Fields.STARTED,
                "Jun 2015",
                Fields.FINISHED,
                "Feb 2020"))
        .with(
            Category.PROFILE_EDUCATION,
            Map.of(Fields.SCHOOL, "Northfield College", Fields.DEGREE, "BSc in Statistics"))
        .with(Category.PROFILE_SKILL, Map.of(Fields.NAME, "Python"))
        .with(Category.PROFILE_SKILL, Map.of(Fields.NAME, "Data Modelling"))
        .with(Category.PROFILE_SKILL, Map.of(Fields.NAME, "SQL"))
        .with(Category.PROFILE_LOCATION, Map.of(Fields.LOCATION, "Leeds, England"));
  }

  /// A row of the corpus with a text.
  public static CorpusRow row(String member, int record, Category category, String text) {
    return row(member, record, category, text, Map.of());
  }

  public static CorpusRow row(
      String member, int record, Category category, String text, Map<String, String> fields) {
    return new CorpusRow(
        new MemberId(member),
        new RecordId("%032x".formatted(record)),
        Purpose.CONTENT_GENERATION,
        category,
        Optional.empty(),
        text,
        new TreeMap<>(fields));
  }

  /// A row of a post for each of `count` members: `m1`, `m2` and so on.
  public static List<CorpusRow> posts(int count, String text) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(row("m" + i, (text.hashCode() & 0xFFFF) | (i << 16), Category.CONTENT_POST, text));
    }
    return rows;
  }

  /// An index over one segment of these rows.
  public static TraceIndex index(Path folder, List<CorpusRow> rows) throws IOException {
    Path file = folder.resolve("segment" + rows.hashCode() + ".trace");
    Segment.write(file, rows);
    return TraceIndex.open(List.of(file));
  }
}
