package dev.demur.corpus.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Warehouses on SQLite for tests, all under one key.
final class Homes {
  static final PersonTokens TOKENS =
      new PersonTokens("a key for tests of the corpus".getBytes(StandardCharsets.UTF_8));
  static final int BUCKETS = 4;

  private Homes() {}

  static Warehouse warehouse(Path folder) {
    return Warehouse.open(
        "jdbc:sqlite:%s?journal_mode=WAL&busy_timeout=5000&synchronous=FULL"
            .formatted(folder.resolve("catalog.db")),
        folder.resolve("warehouse"));
  }
}
