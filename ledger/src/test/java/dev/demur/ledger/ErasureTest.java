package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.Control;
import dev.demur.model.MemberId;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// After an erasure the files hold neither the id, nor the key, nor a word of what was written.
class ErasureTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-11-20T10:00:00Z"));

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(5);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noByteOfTheErasedIsLeftInTheFiles(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (Database database = Database.sqlite(folder.resolve("demur.db"));
        Ledger ledger = Ledger.open(database, LedgerKeys.in(folder.resolve("keys")), CLOCK)) {
      List<MemberId> members = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        members.add(new MemberId("member-%d-%08x-ü".formatted(i, random.nextInt())));
      }
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        entries.add(entry(members.get(random.nextInt(60)), i));
      }
      for (int from = 0; from < 300; from += 50) {
        ledger.appendAll(entries.subList(from, from + 50));
      }
      TreeSet<MemberId> gone = new TreeSet<>();
      for (int i = 0; i < 20; i++) {
        gone.add(members.get(random.nextInt(60)));
      }
      List<byte[]> secrets = gone.stream().flatMap(id -> secret(database, id).stream()).toList();
      ledger.eraseAll(gone);

      for (MemberId member : gone) {
        assertThat(filesWith(member.value().getBytes(StandardCharsets.UTF_8))).isEmpty();
      }
      for (byte[] secret : secrets) {
        assertThat(filesWith(secret)).isEmpty();
      }
      for (String word : List.of("secret reason", "Jane Doe", "objection-filed", "toggle")) {
        assertThat(filesWith(word.getBytes(StandardCharsets.UTF_8))).isEmpty();
      }
      TreeSet<MemberId> left = new TreeSet<>(members);
      left.removeAll(gone);
      assertThat(left).containsAll(ledger.members());
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  private static Entry entry(MemberId member, int number) {
    Event.OfMember event =
        number % 7 == 0
            ? new Event.ObjectionFiled(
                "case-" + number,
                Set.of(Control.FEEDBACK),
                Optional.of("secret reason"),
                new TreeSet<>(Set.of("Jane Doe " + number)),
                Optional.empty())
            : new Event.ToggleChanged(number % 2 == 0);
    return Entry.of(member, event, CLOCK.instant());
  }

  @Test
  void whatWasDeletedBeforeDeletedRowsWereOverwrittenGoesToo() throws Exception {
    Path file = folder.resolve("demur.db");
    MemberId ada = new MemberId("ada-lovelace-of-long-ago");
    try (Database database = Database.sqlite(file);
        Ledger ledger = Ledger.open(database, LedgerKeys.in(folder), CLOCK)) {
      ledger.append(ada, new Event.ToggleChanged(true));
      byte[] secret = secret(database, ada).orElseThrow();
      leaveACopyInFreePages(file, secret);
      database.purgeDeleted();
      assertThat(filesWith(secret)).isNotEmpty();

      ledger.erase(ada);
      assertThat(filesWith(secret)).isEmpty();
    }
  }

  /// As a build without `secure_delete` would have done.
  private static void leaveACopyInFreePages(Path file, byte[] secret) throws SQLException {
    try (Connection plain = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        java.sql.Statement statement = plain.createStatement()) {
      statement.execute("PRAGMA secure_delete = OFF");
      statement.execute("CREATE TABLE other (secret BLOB)");
      String hex = java.util.HexFormat.of().formatHex(secret);
      statement.execute("INSERT INTO other VALUES (x'" + hex + "')");
      statement.execute("DROP TABLE other");
    }
  }

  @Test
  void aReaderThatHoldsAnOldStateIsNamedAndTheErasureCanBeFinishedLater() throws Exception {
    MemberId ada = new MemberId("ada-lovelace-7f3");
    try (Database database = Database.sqlite(folder.resolve("demur.db"));
        Ledger ledger = Ledger.open(database, LedgerKeys.in(folder), CLOCK)) {
      ledger.append(ada, new Event.ToggleChanged(true));
      String plain = "jdbc:sqlite:" + folder.resolve("demur.db");
      try (Connection reader = java.sql.DriverManager.getConnection(plain)) {
        reader.setAutoCommit(false);
        Purge impatient = new Purge(database, 2);
        try (java.sql.Statement statement = reader.createStatement()) {
          statement.executeQuery("SELECT COUNT(*) FROM ledger_entry").next();
          ledger.append(ada, new Event.ToggleChanged(false));
          assertThatThrownBy(impatient::run)
              .hasMessage(
                  "the data is deleted, but a long-running reader keeps demur.db-wal from being"
                      + " emptied; close it and erase again");
        }
        reader.rollback();
      }
      ledger.erase(ada);
      assertThat(filesWith(ada.value().getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Test
  void onPostgresqlTheTableFilesForgetToo() {
    MemberId ada = new MemberId("ada-lovelace-7f3");
    try (Database database = TestDatabases.postgres(folder);
        Ledger ledger = Ledger.open(database, LedgerKeys.create("log"), CLOCK)) {
      ledger.append(ada, new Event.ToggleChanged(true));
      ledger.append(new MemberId("bob"), new Event.ToggleChanged(true));
      assertThat(tableBytes(database)).contains("ada-lovelace-7f3").contains("bob");
      ledger.erase(ada);
      assertThat(tableBytes(database)).doesNotContain("ada-lovelace-7f3").contains("bob");
    }
  }

  /// The raw file of the one table that knows ids, and those of its indexes.
  private static String tableBytes(Database database) {
    return database
        .jdbi()
        .withHandle(handle -> {
          handle.execute("CHECKPOINT");
          return handle
              .createQuery(
                  """
                  SELECT string_agg(
                    encode(pg_read_binary_file(pg_relation_filepath(oid)), 'escape'), '')
                  FROM pg_class WHERE relname LIKE 'ledger_subject%'
                  """)
              .mapTo(String.class)
              .one();
        });
  }

  private static Optional<byte[]> secret(Database database, MemberId member) {
    return database
        .jdbi()
        .withHandle(handle -> SubjectTable.byOwner(handle, Subject.Kind.MEMBER, member.value()))
        .map(Subject::secret);
  }

  private List<Path> filesWith(byte[] needle) throws IOException {
    String wanted = new String(needle, StandardCharsets.ISO_8859_1);
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
