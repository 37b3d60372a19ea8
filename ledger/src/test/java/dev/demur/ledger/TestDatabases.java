package dev.demur.ledger;

import dev.demur.testsupport.TestPostgres;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Named;

/// The databases that every law must hold on.
final class TestDatabases {
  private TestDatabases() {}

  /// Makes an empty database; asked twice, makes two.
  interface Maker {
    Database open(Path folder);
  }

  static java.util.stream.Stream<Named<Maker>> all() {
    return java.util.stream.Stream.of(
        Named.of("SQLite", TestDatabases::sqlite), Named.of("PostgreSQL", TestDatabases::postgres));
  }

  static Database sqlite(Path folder) {
    return Database.sqlite(folder.resolve(UUID.randomUUID() + ".db"));
  }

  static Database postgres(Path folder) {
    TestPostgres.Access access = TestPostgres.newDatabase();
    return Database.postgresql(access.jdbcUrl(), access.user(), access.password());
  }
}
