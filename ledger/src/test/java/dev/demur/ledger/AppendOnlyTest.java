package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppendOnlyTest {
  private static final MemberId ADA = new MemberId("ada");

  @TempDir Path folder;

  static Stream<Named<TestDatabases.Maker>> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void theDatabaseItselfRefusesToChangeOrDropEntries(TestDatabases.Maker maker) {
    try (Database database = maker.open(folder);
        Ledger ledger = Ledger.open(database, LedgerKeys.create("log"), InstantSource.system())) {
      for (int i = 0; i < 300; i += 100) {
        ledger.appendAll(
            java.util.Collections.nCopies(
                100, Entry.of(ADA, new Event.ToggleChanged(true), java.time.Instant.EPOCH)));
      }
      for (String table : List.of("ledger_entry", "ledger_tile", "ledger_checkpoint")) {
        String kind = table.equals("ledger_entry") ? "ledger" : "log";
        refuses(database, "DELETE FROM " + table, kind + " is only appended to: no DELETE");
      }
      refuses(database, "UPDATE ledger_entry SET learnt_at = 0", "only appended to: no UPDATE");
      refuses(database, "UPDATE ledger_tile SET level = 9", "only appended to: no UPDATE");
      refuses(database, "UPDATE ledger_checkpoint SET note = ''", "only appended to: no UPDATE");
      refuses(
          database,
          """
          INSERT INTO ledger_entry (position, learnt_at, payload, commitment)
          SELECT 302, learnt_at, payload, commitment FROM ledger_entry WHERE position = 1
          """,
          "the position must be the next one");
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  private static void refuses(Database database, String sql, String message) {
    assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(sql)))
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void whatSomebodyChangesBehindTheTriggersIsFound(TestDatabases.Maker maker) {
    try (Database database = maker.open(folder);
        Ledger ledger = Ledger.open(database, LedgerKeys.create("log"), InstantSource.system())) {
      ledger.append(ADA, new Event.ToggleChanged(true));
      ledger.append(ADA, new Event.ToggleChanged(false));
      ledger.append(ADA, new Event.AccountClosed());
      dropTriggers(database);
      change(database, "UPDATE ledger_entry SET commitment = payload_of(1) WHERE position = 2");
      change(database, "DELETE FROM ledger_entry WHERE position = 3");

      assertThat(ledger.verify().problems())
          .containsExactly(
              "ledger entry 2 does not match its commitment",
              "the signed head of 2 entries has another root",
              "the log signed 3 entries, the ledger has 2");
    }
  }

  private static void dropTriggers(Database database) {
    switch (database.dialect()) {
      case SQLITE -> {
        change(database, "DROP TRIGGER ledger_entry_no_update");
        change(database, "DROP TRIGGER ledger_entry_no_delete");
      }
      case POSTGRESQL -> change(database, "DROP TRIGGER ledger_entry_refuse ON ledger_entry");
    }
  }

  private static void change(Database database, String sql) {
    String other = "(SELECT commitment FROM ledger_entry WHERE position = 1)";
    database.jdbi().useHandle(handle -> handle.execute(sql.replace("payload_of(1)", other)));
  }
}
