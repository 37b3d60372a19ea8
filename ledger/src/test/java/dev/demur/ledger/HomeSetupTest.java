package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.MemberId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Setting up the database and the key of a home.
class HomeSetupTest {
  @TempDir Path folder;

  static Stream<Named<TestDatabases.Maker>> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void tablesOfOthersAreLeftAlone(TestDatabases.Maker maker) {
    try (Database database = maker.open(folder)) {
      database
          .jdbi()
          .useHandle(handle -> {
            for (String table :
                List.of(
                    "ledger_entry",
                    "ledger_subject",
                    "ledger_tile",
                    "ledger_checkpoint",
                    "ledger_cosignature",
                    "ledger_schema_history")) {
              handle.execute("DROP TABLE " + table);
            }
            if (database.dialect() == Dialect.POSTGRESQL) {
              handle.execute("DROP FUNCTION ledger_entry_next, ledger_refuse");
            }
            handle.execute("CREATE TABLE iceberg_tables (name TEXT)");
            handle.execute("INSERT INTO iceberg_tables VALUES ('mine')");
          });
      new Migration(database).run();
      try (Ledger ledger =
          Ledger.open(database, LedgerKeys.create("log"), InstantSource.system())) {
        ledger.append(new MemberId("ada"), new Event.MemberJoined());
        ledger.erase(new MemberId("ada"));
      }
      String name =
          database
              .jdbi()
              .withHandle(handle ->
                  handle.createQuery("SELECT name FROM iceberg_tables").mapTo(String.class).one());
      assertThat(name).isEqualTo("mine");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void aNewerSchemaIsRefused(TestDatabases.Maker maker) {
    try (Database database = maker.open(folder)) {
      database
          .jdbi()
          .useHandle(handle ->
              handle.execute(
                  """
                  INSERT INTO ledger_schema_history
                  SELECT 99, '7', description, type, script, checksum, installed_by,
                    installed_on, execution_time, success
                  FROM ledger_schema_history WHERE version = '1'
                  """));
      assertThatThrownBy(() -> new Migration(database).run())
          .isInstanceOf(LedgerException.class)
          .hasMessage(
              "the database is at ledger schema 7, this build knows 1 to 2; run a newer build");
    }
  }

  @Test
  void manyWhoOpenANewHomeAtOnceSetItUpOnce() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
      List<Future<String>> keys = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        keys.add(
            pool.submit(() -> {
              try (Database database = Database.sqlite(folder.resolve("home/demur.db"));
                  Ledger ledger =
                      Ledger.open(
                          database,
                          LedgerKeys.in(folder.resolve("home/keys")),
                          InstantSource.system())) {
                ledger.append(new MemberId("ada"), new Event.ToggleChanged(true));
                return ledger.publicKey().text();
              }
            }));
      }
      String first = keys.getFirst().get();
      for (Future<String> key : keys) {
        assertThat(key.get()).isEqualTo(first);
      }
    }
    try (Database database = Database.sqlite(folder.resolve("home/demur.db"));
        Ledger ledger =
            Ledger.open(
                database, LedgerKeys.in(folder.resolve("home/keys")), InstantSource.system())) {
      assertThat(ledger.view().position()).isEqualTo(6);
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  @Test
  void thePrivateKeyIsReadableByItsOwnerOnlyAndThePublicKeyStandsBesideIt() throws Exception {
    LedgerKeys keys = LedgerKeys.in(folder, "demur.test/log");

    assertThat(Files.readString(folder.resolve("log.pub")).strip())
        .isEqualTo(keys.publicKey().text())
        .startsWith("demur.test/log+");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log.key"))))
        .isEqualTo("rw-------");
    assertThat(LedgerKeys.in(folder, "another").publicKey().text())
        .isEqualTo(keys.publicKey().text());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void anUnknownKindOfDatabaseIsRefused() {
    assertThatThrownBy(() -> Database.postgresql("jdbc:mysql://host/db?password=x", "u", "p"))
        .hasMessage(
            "the database must be jdbc:sqlite:… or jdbc:postgresql:…, got: jdbc:mysql://host/db");
    assertThatThrownBy(() -> Database.postgresql("jdbc:sqlite:file", "u", "p"))
        .hasMessage("not a PostgreSQL URL; for a file use Database.sqlite");
  }

  @Test
  void sqliteIsOpenedDurableAndOverwritesWhatIsDeleted() {
    try (Database database = Database.sqlite(folder.resolve("demur.db"))) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2");
      assertThat(pragma(database, "secure_delete")).isEqualTo("1");
      assertThat(pragma(database, "busy_timeout")).isEqualTo("5000");
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
    }
  }

  private static String pragma(Database database, String name) {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }
}
