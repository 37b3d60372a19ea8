package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.MemberId;
import dev.demur.testsupport.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database is full, or goes away while choices come in: what was acknowledged is there, and
/// what was not can be asked for again with the same key.
class BrokenDatabaseTest {
  @TempDir Path folder;

  private static Entry choice(int number) {
    return Entry.of(
            new MemberId("m" + number % 5), new Event.ToggleChanged(number % 2 == 0), Instant.EPOCH)
        .withKey("k" + number);
  }

  @Test
  void aFullDatabaseRefusesInWordsLosesNothingAndGoesOnWhenThereIsRoomAgain() {
    LedgerKeys keys = LedgerKeys.in(folder.resolve("keys"));
    Path file = folder.resolve("demur.db");
    int acknowledged = 0;
    try (Database database = Database.sqlite(file);
        Ledger ledger = Ledger.open(database, keys, InstantSource.system())) {
      acknowledged = appendUntilFull(database, ledger);
      int next = acknowledged;
      assertThatThrownBy(() -> ledger.append(choice(next)))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("database or disk is full")
          .hasMessageContaining("nothing was acknowledged");
      assertThat(ledger.view().position()).isEqualTo(acknowledged);
      assertThat(ledger.verify().problems()).isEmpty();
    }
    try (Database database = Database.sqlite(file);
        Ledger ledger = Ledger.open(database, keys, InstantSource.system())) {
      for (int i = 0; i < acknowledged + 3; i++) {
        assertThat(ledger.append(choice(i)).position()).isEqualTo(i + 1);
      }
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  /// Every connection of the pool is told that the file may not grow: SQLite then answers as it
  /// does on a full disk.
  private static int appendUntilFull(Database database, Ledger ledger) {
    ledger.append(choice(0));
    List<Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        Connection connection = database.dataSource().getConnection();
        all.add(connection);
        try (Statement statement = connection.createStatement()) {
          statement.execute("PRAGMA max_page_count = 60");
        }
      }
      for (Connection connection : all) {
        connection.close();
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    int acknowledged = 1;
    try {
      for (; acknowledged < 10_000; acknowledged++) {
        ledger.append(choice(acknowledged));
      }
    } catch (LedgerException e) {
      return acknowledged;
    }
    throw new AssertionError("10,000 entries fit into 60 pages");
  }

  @Test
  void postgresqlMayCutEveryConnectionWhileChoicesComeIn() throws Exception {
    TestPostgres.Access access = TestPostgres.newDatabase();
    AtomicInteger acknowledged = new AtomicInteger();
    try (Database database =
            Database.postgresql(access.jdbcUrl(), access.user(), access.password());
        Ledger ledger =
            Ledger.open(database, LedgerKeys.in(folder.resolve("keys")), InstantSource.system())) {
      Thread choosing =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 150; i++) {
                  assertThat(ledger.append(choice(i)).position()).isEqualTo(i + 1);
                  acknowledged.incrementAndGet();
                }
              });
      for (int cut = 0; cut < 4; cut++) {
        Thread.sleep(60);
        cutAll(access);
      }
      choosing.join();
      assertThat(acknowledged).hasValue(150);
      assertThat(ledger.view().position()).isEqualTo(150);
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  /// What the clients of a server see that is started anew.
  private static void cutAll(TestPostgres.Access access) throws Exception {
    String name = access.jdbcUrl().substring(access.jdbcUrl().lastIndexOf('/') + 1);
    String other = access.jdbcUrl().replaceFirst("/[^/]*$", "/postgres");
    try (Connection connection =
            DriverManager.getConnection(other, access.user(), access.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }
  }

  @Test
  void twoLedgersOnOnePostgresqlLoseNothingAndSeeEachOther() throws Exception {
    TestPostgres.Access access = TestPostgres.newDatabase();
    LedgerKeys keys = LedgerKeys.in(folder.resolve("keys"));
    try (Database first = Database.postgresql(access.jdbcUrl(), access.user(), access.password());
        Database second = Database.postgresql(access.jdbcUrl(), access.user(), access.password());
        Ledger one = Ledger.open(first, keys, InstantSource.system());
        Ledger two = Ledger.open(second, keys, InstantSource.system())) {
      List<Thread> threads = new ArrayList<>();
      for (Ledger ledger : List.of(one, two)) {
        for (int thread = 0; thread < 4; thread++) {
          MemberId member = new MemberId((ledger == one ? "one-" : "two-") + thread);
          threads.add(
              Thread.ofPlatform()
                  .start(() -> {
                    for (int i = 0; i < 25; i++) {
                      ledger.append(member, new Event.ToggleChanged(i % 2 == 0));
                    }
                  }));
        }
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(one.view().position()).isEqualTo(200);
      assertThat(two.view().position()).isEqualTo(200);
      two.append(new MemberId("one-0"), new Event.AccountClosed());
      assertThat(one.view().factsOf(new MemberId("one-0")).orElseThrow().closedAt()).isPresent();
      assertThat(one.verify().problems()).isEmpty();
    }
  }
}
