package dev.demur.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Makes the bytes of deleted rows go from the database's files.
///
/// SQLite overwrites deleted rows (`secure_delete`), but the write-ahead log still holds older
/// pages: it is moved into the file and cut to nothing, for which no other connection may be
/// reading an older state. PostgreSQL rewrites the one table rows are deleted from.
final class Purge {
  private static final int ATTEMPTS = 60;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Database database;
  private final int attempts;

  Purge(Database database) {
    this(database, ATTEMPTS);
  }

  Purge(Database database, int attempts) {
    this.database = database;
    this.attempts = attempts;
  }

  void run() {
    switch (database.dialect()) {
      case SQLITE -> truncateLog(database.file().orElseThrow());
      case POSTGRESQL -> execute("VACUUM (FULL) ledger_subject");
    }
  }

  /// The same, and makes sure that no byte of these keys is left: if one is, in a page that was
  /// free before deleted rows were overwritten, the whole file is rewritten.
  void run(List<Subject> gone) {
    run();
    List<byte[]> secrets = gone.stream().map(Subject::secret).toList();
    if (secrets.isEmpty() || database.file().isEmpty()) {
      return;
    }
    if (anyLeft(secrets)) {
      execute("VACUUM");
      run();
      if (anyLeft(secrets)) {
        throw new LedgerException("deleted keys are still in the database file; erase again");
      }
    }
  }

  private boolean anyLeft(List<byte[]> secrets) {
    Path file = database.file().orElseThrow();
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return ByteScan.contains(file, secrets) || ByteScan.contains(log, secrets);
  }

  private void truncateLog(Path file) {
    for (int attempt = 0; attempt < attempts; attempt++) {
      if (checkpointed() && logIsEmpty(file)) {
        return;
      }
      Waiting.pause(PAUSE);
    }
    throw new LedgerException(
        "the data is deleted, but a long-running reader keeps %s-wal from being emptied; close it and erase again"
            .formatted(file.getFileName()));
  }

  private boolean checkpointed() {
    try (Handle handle = database.jdbi().open()) {
      return handle
              .createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
              .map((row, context) -> row.getInt(1))
              .one()
          == 0;
    }
  }

  private static boolean logIsEmpty(Path file) {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    try {
      return !Files.exists(log) || Files.size(log) == 0;
    } catch (IOException e) {
      throw new LedgerException("cannot look at " + log, e);
    }
  }

  private void execute(String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }
}
