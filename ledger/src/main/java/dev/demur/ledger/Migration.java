package dev.demur.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

/// Brings the ledger's tables to the schema this build knows, and leaves every other table alone.
final class Migration {
  /// The number of the newest file in the migration folders.
  private static final int NEWEST = 2;

  private static final String HISTORY = "ledger_schema_history";
  private static final Object ONE_AT_A_TIME = new Object();

  private final Database database;

  Migration(Database database) {
    this.database = database;
  }

  void run() {
    if (current().filter(schema -> schema == NEWEST).isPresent()) {
      return;
    }
    synchronized (ONE_AT_A_TIME) {
      if (database.file().isPresent()) {
        migrateLocked(database.file().get());
      } else {
        migrate();
      }
    }
  }

  /// Flyway takes no lock of its own on SQLite, so two processes that open a new home need one.
  private void migrateLocked(Path file) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid()) {
        migrate();
      }
    } catch (IOException e) {
      throw new LedgerException("cannot lock " + lock + " to set up the database", e);
    }
  }

  private void migrate() {
    int schema = current().orElse(0);
    if (schema > NEWEST) {
      throw new LedgerException(
          "the database is at ledger schema %d, this build knows 1 to %d; run a newer build"
              .formatted(schema, NEWEST));
    }
    try {
      Flyway.configure(Migration.class.getClassLoader())
          .dataSource(database.dataSource())
          .table(HISTORY)
          .locations(database.dialect().migrations())
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new LedgerException("the ledger's tables could not be set up: " + e.getMessage(), e);
    }
  }

  /// The schema the database is at; empty when it has none.
  private Optional<Integer> current() {
    try {
      return database
          .jdbi()
          .withHandle(handle ->
              handle
                  .createQuery(
                      "SELECT MAX(CAST(version AS INTEGER)) FROM "
                          + HISTORY
                          + " WHERE success = TRUE")
                  .mapTo(Integer.class)
                  .findOne());
    } catch (JdbiException noHistoryTable) {
      return Optional.empty();
    }
  }
}
