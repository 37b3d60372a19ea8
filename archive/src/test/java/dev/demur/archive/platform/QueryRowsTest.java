package dev.demur.archive.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.ArchiveRefused;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryRowsTest {
  private String url = "";

  @BeforeEach
  void fill() throws SQLException {
    TestPostgres.Access access = TestPostgres.newDatabase();
    url = "%s?user=%s&password=%s".formatted(access.jdbcUrl(), access.user(), access.password());
    run(
        """
        CREATE TABLE posts (id bigint PRIMARY KEY, author text, body text, created date, updated timestamptz);
        INSERT INTO posts VALUES
          (1, 'anna', 'first', '2025-03-01', '2025-03-01 10:00:00+00'),
          (2, 'anna', 'second', '2025-03-02', '2025-03-02 10:00:00+00'),
          (3, 'bela', 'third', '2025-03-03', '2025-03-03 10:00:00+00')
        """);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Mapping mapping(String query) {
    return Mapping.parse(
        "posts.yaml",
        """
        mapping: 1
        source: posts
        jdbc: {url: "%s", query: "%s", since: updated, overlap-minutes: 5}
        record:
          member: author
          id: id
          category: content.post
          created-at: created
          fields: {text: body}
        """
            .formatted(url, query));
  }

  @Test
  void aQueryGivesRecordsAndHowFarEachMembersRowsGo() {
    Reads reads = Reads.of(PlatformSource.query(mapping("select * from posts order by id;")));
    assertThat(reads.records())
        .extracting(r -> r.fields().get("text"))
        .containsExactly("first", "second", "third");
    assertThat(reads.marks().get(new MemberId("anna")).text()).isEqualTo("z2025-03-02T10:00:00Z");
    assertThat(reads.marks().get(new MemberId("bela")).text()).isEqualTo("z2025-03-03T10:00:00Z");
  }

  @Test
  void fromTheSecondTimeOnOnlyWhatChangedIsRead() throws SQLException {
    PlatformSource source = PlatformSource.query(mapping("select * from posts"));
    MemberRecord before = Reads.of(source).records().getFirst();
    run(
        "UPDATE posts SET body = 'first, corrected', updated = '2025-03-04 10:00:00+00' WHERE id = 1");
    Reads reads = Reads.of(source, Optional.of(Watermark.parse("z2025-03-03T10:04:00Z")));
    assertThat(reads.records())
        .extracting(r -> r.fields().get("text"))
        .containsExactlyInAnyOrder("third", "first, corrected");
    assertThat(reads.records()).extracting(MemberRecord::id).contains(before.id());
  }

  @Test
  void aNumberMayTellHowFarTheRowsGo() {
    Mapping mapping =
        Mapping.parse(
            "posts.yaml",
            """
            mapping: 1
            source: posts
            jdbc: {url: "%s", query: select * from posts, since: id}
            record: {member: author, id: id, category: content.post, fields: {text: body}}
            """
                .formatted(url));
    Reads reads = Reads.of(PlatformSource.query(mapping), Optional.of(Watermark.parse("n2")));
    assertThat(reads.records()).hasSize(2);
    assertThat(reads.marks().get(new MemberId("bela")).text()).isEqualTo("n3");
  }

  @Test
  void aQueryThatFailsAndAColumnThatIsNotThereAreRefused() {
    assertThatThrownBy(() -> Reads.of(PlatformSource.query(mapping("select * from postings"))))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("posts.yaml, entry jdbc: the query failed (SQL state 42P01)");
    assertThatThrownBy(() ->
            Reads.of(PlatformSource.query(mapping("select id, author, body, updated from posts"))))
        .hasMessageContaining(
            "record.created-at: found \"created\", which posts has no column for");
  }
}
