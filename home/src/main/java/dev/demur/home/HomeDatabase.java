package dev.demur.home;

import dev.demur.ledger.Database;
import java.io.IOException;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// The database of a home: its own SQLite file, or the PostgreSQL database that
/// `database.properties` names.
///
/// @param catalogUrl with everything that libraries need which open connections of their own
record HomeDatabase(Database database, String catalogUrl) {
  private static final String PASSWORD_VARIABLE = "DEMUR_DATABASE_PASSWORD";
  private static final String URL = "database.url";
  private static final String USER = "database.user";
  private static final String PASSWORD = "database.password";

  static HomeDatabase open(HomeLayout layout) {
    Path file = layout.databaseSettings();
    if (!Files.isRegularFile(file)) {
      Database database = Database.sqlite(layout.database());
      return new HomeDatabase(database, database.jdbcUrl());
    }
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      settings.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputRefused(file + ": the database's settings cannot be read", e);
    }
    String url = required(file, settings, URL);
    String user = required(file, settings, USER);
    String password =
        Optional.ofNullable(System.getenv(PASSWORD_VARIABLE))
            .orElseGet(() -> settings.getProperty(PASSWORD, ""));
    String with =
        "%s%suser=%s&password=%s"
            .formatted(url, url.contains("?") ? "&" : "?", encoded(user), encoded(password));
    return new HomeDatabase(Database.postgresql(url, user, password), with);
  }

  private static String required(Path file, Properties settings, String key) {
    return Optional.ofNullable(settings.getProperty(key))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new InputRefused("%s: %s is missing".formatted(file, key)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The catalog's URL may hold a password.
  @Override
  public String toString() {
    return "HomeDatabase[" + database.file().map(Path::toString).orElse("PostgreSQL") + "]";
  }
}
