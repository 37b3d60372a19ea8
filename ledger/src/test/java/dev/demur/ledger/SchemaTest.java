package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.ProofCheck;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import dev.demur.testsupport.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A ledger in the tables of an earlier build goes on in this one: its log verifies, and receipts
/// that were handed out before still do.
class SchemaTest {
  private static final MemberId ADA = new MemberId("ada");
  private static final MemberId EVE = new MemberId("eve");
  private static final int ENTRIES = 300;
  private static final String FIRST = "1";

  @TempDir Path folder;

  /// Everything that the first schema has, in an order that the tables accept.
  private static final List<String> TABLES =
      List.of(
          "ledger_subject ORDER BY reference",
          "ledger_entry ORDER BY position",
          "ledger_tile ORDER BY level, number",
          "ledger_checkpoint ORDER BY size");

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(booleans = {false, true})
  void aLedgerOfTheFirstSchemaKeepsItsEntriesItsLogAndItsReceipts(boolean postgres)
      throws Exception {
    LedgerKeys keys = LedgerKeys.create("demur.test/log");
    TestPostgres.Access access =
        postgres ? TestPostgres.newDatabase() : new TestPostgres.Access("", "", "");
    Path file = folder.resolve("old.db");
    List<Receipt> receipts = new ArrayList<>();
    try (Database today = postgres ? TestDatabases.postgres(folder) : TestDatabases.sqlite(folder);
        Ledger ledger = Ledger.open(today, keys, InstantSource.system());
        HikariDataSource old = source(postgres, access, file)) {
      fill(ledger, receipts);
      firstSchema(old, today);
      copy(today, old);
    }

    try (Database brought =
            postgres
                ? Database.postgresql(access.jdbcUrl(), access.user(), access.password())
                : Database.sqlite(file);
        Ledger ledger = Ledger.open(brought, keys, InstantSource.system())) {
      LedgerCheck check = ledger.verify();
      assertThat(check.problems()).isEmpty();
      assertThat(check.entries()).isEqualTo(ENTRIES + 3);
      for (Receipt receipt : receipts) {
        ReceiptVerifier.verify(receipt.toJson(), keys.publicKey());
      }
      assertThat(ledger.history(ADA)).hasSize(ENTRIES / 2 + 1);
      assertThat(ledger.knows(EVE)).isFalse();
      Receipt again =
          ledger.append(ADA, new Event.ToggleChanged(false), Optional.of("before the update"));
      assertThat(again.position()).isEqualTo(ENTRIES + 2);
      Receipt next = ledger.append(ADA, new Event.AccountClosed());
      assertThat(next.position()).isEqualTo(ENTRIES + 4);
      assertGrownFrom(ledger, receipts.getLast(), next);
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  private static void fill(Ledger ledger, List<Receipt> receipts) {
    for (int i = 0; i < ENTRIES; i++) {
      receipts.add(ledger.append(i % 2 == 0 ? ADA : EVE, new Event.ToggleChanged(i % 4 < 2)));
    }
    ledger.erase(EVE);
    receipts.add(
        ledger.append(ADA, new Event.ToggleChanged(false), Optional.of("before the update")));
    receipts.add(
        ledger.append(new Event.OperatorNoted("run-finished", Collections.emptySortedMap())));
  }

  private static HikariDataSource source(boolean postgres, TestPostgres.Access access, Path file) {
    HikariDataSource source = new HikariDataSource();
    source.setMaximumPoolSize(2);
    source.setJdbcUrl(postgres ? access.jdbcUrl() : "jdbc:sqlite:" + file);
    source.setUsername(access.user());
    source.setPassword(access.password());
    return source;
  }

  private static void firstSchema(HikariDataSource old, Database today) {
    Flyway.configure(Ledger.class.getClassLoader())
        .dataSource(old)
        .table("ledger_schema_history")
        .locations(today.dialect().migrations())
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(FIRST)
        .load()
        .migrate();
  }

  private static void copy(Database today, HikariDataSource old) throws Exception {
    try (Connection from = today.dataSource().getConnection();
        Connection to = old.getConnection();
        Statement statement = to.createStatement()) {
      for (String table : TABLES) {
        copy(from, to, table);
      }
      try (ResultSet newest =
          statement.executeQuery("SELECT MAX(version) FROM ledger_schema_history")) {
        assertThat(newest.next()).isTrue();
        assertThat(newest.getString(1)).isEqualTo(FIRST);
      }
    }
  }

  private static void copy(Connection from, Connection to, String table) throws Exception {
    try (Statement reading = from.createStatement();
        ResultSet rows = reading.executeQuery("SELECT * FROM " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      String marks = String.join(", ", Collections.nCopies(columns, "?"));
      String insert = "INSERT INTO %s VALUES (%s)".formatted(table.split(" ", 2)[0], marks);
      try (PreparedStatement writing = to.prepareStatement(insert)) {
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            writing.setObject(i, rows.getObject(i));
          }
          writing.executeUpdate();
        }
      }
    }
  }

  private static void assertGrownFrom(Ledger ledger, Receipt before, Receipt after) {
    long first = size(before);
    long second = size(after);
    assertThat(
            ProofCheck.consistent(
                first, root(before), second, root(after), ledger.consistencyProof(first, second)))
        .isTrue();
  }

  private static long size(Receipt receipt) {
    return Long.parseLong(receipt.checkpoint().lines().toList().get(1));
  }

  private static Hash root(Receipt receipt) {
    return Hash.ofBase64(receipt.checkpoint().lines().toList().get(2));
  }
}
