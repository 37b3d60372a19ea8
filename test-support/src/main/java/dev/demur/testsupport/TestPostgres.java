package dev.demur.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/// A real PostgreSQL for tests: one server of each kind for all tests of a JVM, a new database for
/// each caller.
///
/// The server's binaries come from the class path and need no installation. PostgreSQL refuses to
/// run as root, so there it is started in a user namespace (`unshare -U`), which makes it nobody.
/// Where that is forbidden, or there are no binaries for the platform, the test is skipped with the
/// reason.
public final class TestPostgres {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final Map<Boolean, EmbeddedPostgres> SERVERS = new HashMap<>();
  private static @Nullable String refusal;

  private TestPostgres() {}

  /// How to reach a database: anyone who can reach the port is let in.
  public record Access(String jdbcUrl, String user, String password) {}

  /// A new, empty database, which may lose what it has committed when the machine stops.
  public static Access newDatabase() {
    return newDatabase(false);
  }

  /// A new, empty database that waits for the disk, as it must in production.
  public static Access newDurableDatabase() {
    return newDatabase(true);
  }

  private static Access newDatabase(boolean durable) {
    EmbeddedPostgres running = server(durable);
    String name = "test" + DATABASES.incrementAndGet();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("the test server could not make a database", e);
    }
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(running.getPort(), name);
    return new Access(url, "postgres", "postgres");
  }

  private static synchronized EmbeddedPostgres server(boolean durable) {
    if (!SERVERS.containsKey(durable) && refusal == null) {
      start(durable);
    }
    EmbeddedPostgres server = SERVERS.get(durable);
    if (server == null) {
      throw new TestAbortedException("PostgreSQL cannot run here: " + refusal);
    }
    return server;
  }

  private static void start(boolean durable) {
    try {
      EmbeddedPostgres started = builder(durable).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
      SERVERS.put(durable, started);
    } catch (IOException | RuntimeException e) {
      refusal = String.valueOf(e.getMessage());
    }
  }

  private static EmbeddedPostgres.Builder builder(boolean durable) {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(START_LIMIT)
        .setServerConfig("max_connections", "100")
        .setServerConfig("fsync", durable ? "on" : "off");
  }

  private static void stop(EmbeddedPostgres started) {
    try {
      started.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
