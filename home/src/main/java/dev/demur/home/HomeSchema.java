package dev.demur.home;

import dev.demur.ledger.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The schema of the home's own tables, beside the ledger's.
final class HomeSchema {
  /// The number of the newest file in the migration folder.
  static final int NEWEST = 3;

  static final String HISTORY = "home_schema_history";

  private HomeSchema() {}

  /// @throws InputRefused when a newer build made the tables
  static void requireKnown(Database database) {
    int schema = current(database);
    if (schema > NEWEST) {
      throw new InputRefused(
          "the database is at home schema %d, this build knows 1 to %d; run a newer build"
              .formatted(schema, NEWEST));
    }
  }

  /// 0 where there are no tables yet.
  private static int current(Database database) {
    try (Connection connection = database.dataSource().getConnection();
        ResultSet tables =
            connection.getMetaData().getTables(null, null, HISTORY, new String[] {"TABLE"})) {
      if (!tables.next()) {
        return 0;
      }
      try (Statement statement = connection.createStatement();
          ResultSet newest =
              statement.executeQuery("SELECT MAX(CAST(version AS INTEGER)) FROM " + HISTORY)) {
        return newest.next() ? newest.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new InputRefused("the home's database cannot be read: " + e.getMessage(), e);
    }
  }
}
