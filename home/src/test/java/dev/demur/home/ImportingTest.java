package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.container.Limits;
import dev.demur.archive.platform.Mapping;
import dev.demur.archive.platform.Watermark;
import dev.demur.archive.sample.SampleFormat;
import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.testsupport.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportingTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));

  @TempDir private Path folder;

  private Home open(String name) throws IOException {
    Path key = folder.resolve("key");
    Files.writeString(key, "a".repeat(64));
    return Home.open(folder.resolve(name), CLOCK, Optional.of(key));
  }

  private static ImportReport run(Home home, List<Path> paths) {
    return Importing.run(home, paths, Optional.empty(), Optional.empty(), Progress.NONE);
  }

  private static Map<MemberId, List<MemberRecord>> everything(Home home) {
    Map<MemberId, List<MemberRecord>> all = new TreeMap<>();
    home.records().scan(all::put);
    return all;
  }

  private List<Path> network() throws IOException {
    return network(new SampleSettings(10, 3));
  }

  private List<Path> network(SampleSettings settings) throws IOException {
    SampleNetwork.write(settings, folder.resolve("network"));
    try (Stream<Path> files = Files.list(folder.resolve("network/archives"))) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  @Test
  void twiceEqualsOnceTwoPartsEqualTheWholeAndOrderDoesNotMatter() throws IOException {
    List<Path> archives = network(new SampleSettings(24, 3).in(SampleFormat.MIXED));
    try (Home whole = open("whole");
        Home parts = open("parts")) {
      ImportReport first = run(whole, archives);
      assertThat(first.archives().keySet())
          .containsExactly("facebook", "instagram", "linkedin", "mastodon", "whatsapp", "x");
      Map<MemberId, List<MemberRecord>> once = everything(whole);
      ImportReport second = run(whole, archives);
      assertThat(everything(whole)).isEqualTo(once);
      assertThat(first.changes().fresh()).isEqualTo(first.recordCount()).isPositive();
      assertThat(second.changes()).isEqualTo(new ImportReport.Changes(0, 0, first.recordCount()));
      assertThat(second.records()).isEqualTo(first.records());

      Collections.shuffle(archives, new Random(1));
      run(parts, archives.subList(0, 4));
      run(parts, archives.subList(4, archives.size()));
      assertThat(everything(parts)).isEqualTo(once);
    }
  }

  @Test
  void aRefusedArchiveLeavesNothingAndTheOthersAreTaken() throws IOException {
    List<Path> archives = network();
    Path broken = folder.resolve("broken.zip");
    byte[] bytes = Files.readAllBytes(archives.getFirst());
    Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    try (Home home = open("home")) {
      ImportReport report = run(home, List.of(broken, archives.get(1)));
      assertThat(report.members()).isEqualTo(1);
      assertThat(report.refused()).hasSize(1);
      assertThat(home.records().holders()).hasSize(1);
      assertThat(home.layout().incoming()).doesNotExist();
    }
  }

  @Test
  void platformRecordsComeInBesideArchives() throws IOException {
    Path records = folder.resolve("posts.jsonl");
    String line =
        "{\"member\":\"%s\",\"category\":\"content.post\",\"id\":\"%d\",\"fields\":{\"text\":\"%s\"}}\n";
    Files.writeString(
        records, line.formatted("m1", 1, "first") + line.formatted("m2", 2, "second"));
    try (Home home = open("home")) {
      ImportReport report = run(home, List.of(records));
      assertThat(report.members()).isEqualTo(2);
      assertThat(report.kinds()).isEqualTo(Map.of("platform", 2L));
      Files.writeString(
          records, line.formatted("m2", 2, "changed") + line.formatted("m2", 3, "third"));
      assertThat(run(home, List.of(records)).changes())
          .isEqualTo(new ImportReport.Changes(1, 1, 0));
      assertThat(home.records().of(new MemberId("m2")))
          .extracting(r -> r.fields().get("text"))
          .containsExactlyInAnyOrder("changed", "third");
      assertThat(home.ledger().view().load().hasJoined(new MemberId("m1"))).isTrue();
    }
  }

  @Test
  void aDatabaseIsReadFromWhereTheLastImportEndedAndTheMarksGoWithTheirMember()
      throws IOException, SQLException {
    TestPostgres.Access access = TestPostgres.newDatabase();
    String url =
        "%s?user=%s&password=%s".formatted(access.jdbcUrl(), access.user(), access.password());
    run(url, "CREATE TABLE posts (id int, author text, body text, updated timestamp)");
    run(
        url,
        "INSERT INTO posts VALUES (1, 'm1', 'first', '2025-03-01'), (2, 'm2', 'second', '2025-03-05')");
    Mapping mapping =
        Mapping.parse(
            "posts.yaml",
            """
            mapping: 1
            source: posts
            jdbc: {url: "%s", query: select * from posts, since: updated}
            record: {member: author, id: id, category: content.post, fields: {text: body}}
            """
                .formatted(url));
    var request =
        new ImportRequest(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(mapping),
            Limits.DEFAULT,
            false);
    try (Home home = open("home")) {
      assertThat(Importing.run(home, request, Progress.NONE).changes().fresh()).isEqualTo(2);
      assertThat(home.importMarks().latest("posts").map(Watermark::text))
          .contains("t2025-03-05T00:00:00Z");
      run(
          url,
          "INSERT INTO posts VALUES (3, 'm1', 'too old to be seen', '2025-03-02'), (4, 'm1', 'new', '2025-03-06')");
      assertThat(Importing.run(home, request, Progress.NONE).changes())
          .isEqualTo(new ImportReport.Changes(1, 0, 1));
      new Forgetting(home, () -> folder, Progress.NONE).forget(Set.of(new MemberId("m1")), false);
      assertThat(home.importMarks().latest("posts").map(Watermark::text))
          .contains("t2025-03-05T00:00:00Z");
      assertThat(everything(home).keySet()).containsExactly(new MemberId("m2"));
    }
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aMappingWithoutFilesAndWithoutAQueryIsRefused() {
    Mapping mapping =
        Mapping.parse(
            "m.yaml", "mapping: 1\nsource: a\nrecord: {member: a, category: content.post}\n");
    assertThatThrownBy(() ->
            new ImportRequest(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(mapping),
                Limits.DEFAULT,
                false))
        .isInstanceOf(InputRefused.class)
        .hasMessage("m.yaml: has no section jdbc; name the files that it describes");
  }
}
