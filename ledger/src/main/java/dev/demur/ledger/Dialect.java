package dev.demur.ledger;

import java.util.List;

/// What the two databases do differently; all other SQL is the same text for both.
enum Dialect {
  SQLITE("sqlite"),
  POSTGRESQL("postgresql");

  /// Any number that no other program uses for an advisory lock in the same database.
  private static final long WRITER_LOCK = 0x64656d7572L;

  private final String folder;

  Dialect(String folder) {
    this.folder = folder;
  }

  static Dialect of(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (jdbcUrl.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new LedgerException(
        "the database must be jdbc:sqlite:… or jdbc:postgresql:…, got: "
            + jdbcUrl.replaceAll("\\?.*", ""));
  }

  String migrations() {
    return "classpath:dev/demur/ledger/migration/" + folder;
  }

  /// Statements that open a writing transaction: one writer at a time, and commits that are durable
  /// whatever the server's default. SQLite does both by its URL.
  List<String> beginWriting() {
    return switch (this) {
      case SQLITE -> List.of();
      case POSTGRESQL ->
          List.of(
              "SET LOCAL synchronous_commit = on",
              "SELECT pg_advisory_xact_lock(" + WRITER_LOCK + ")");
    };
  }
}
