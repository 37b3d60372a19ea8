package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.ledger.Database;
import dev.demur.testsupport.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Homes that earlier builds made are brought forward, and those of later builds refused.
class HomeSchemaTest {
  @TempDir Path folder;

  private Path home(boolean postgres) throws Exception {
    Path root = Files.createDirectories(folder.resolve("home"));
    if (postgres) {
      TestPostgres.Access access = TestPostgres.newDatabase();
      Files.writeString(
          root.resolve("database.properties"),
          "database.url=%s%ndatabase.user=%s%ndatabase.password=%s%n"
              .formatted(access.jdbcUrl(), access.user(), access.password()));
    }
    return root;
  }

  private static Home open(Path root) {
    return Home.open(root, InstantSource.system(), Optional.empty());
  }

  private static Database database(Path root) {
    return HomeDatabase.open(new HomeLayout(root)).database();
  }

  static Stream<Arguments> earlier() {
    return Stream.of(false, true)
        .flatMap(postgres -> Stream.of(1, 2).map(v -> Arguments.of(postgres, v)));
  }

  @ParameterizedTest(name = "PostgreSQL {0}, schema {1}")
  @MethodSource("earlier")
  void aHomeOfAnEarlierSchemaKeepsWhatItHolds(boolean postgres, int schema) throws Exception {
    Path root = home(postgres);
    try (Database old = database(root)) {
      Flyway.configure(Home.class.getClassLoader())
          .dataSource(old.dataSource())
          .table(HomeSchema.HISTORY)
          .locations("classpath:dev/demur/home/migration")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .target(MigrationVersion.fromVersion(Integer.toString(schema)))
          .load()
          .migrate();
      try (Connection connection = old.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("INSERT INTO home_account VALUES ('ada', 'x', 'OPERATOR')");
        statement.execute(
            "INSERT INTO home_suggestion VALUES ('s', 'ada', 'about', 'text', 'at', 'shown')");
      }
    }
    try (Home now = open(root)) {
      assertThat(now.accounts().find("ada").orElseThrow().role()).isEqualTo(Role.DPO);
      try (Connection connection = now.database().dataSource().getConnection();
          Statement statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT COUNT(*) FROM home_suggestion")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
      now.importMarks();
    }
    open(root).close();
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(booleans = {false, true})
  void aHomeOfALaterBuildIsRefusedInWords(boolean postgres) throws Exception {
    Path root = home(postgres);
    open(root).close();
    try (Database later = database(root);
        Connection connection = later.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO home_schema_history
          SELECT 99, '7', description, type, script, checksum, installed_by,
            installed_on, execution_time, success
          FROM home_schema_history WHERE version = '1'
          """);
    }
    assertThatThrownBy(() -> open(root))
        .isInstanceOf(InputRefused.class)
        .hasMessage("the database is at home schema 7, this build knows 1 to 3; run a newer build");
  }
}
