package dev.demur.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.opentest4j.TestAbortedException;

/// A PostgreSQL server of one test's own, which it may stop, crash and start again on the same port
/// and data. Waits for its disk.
public final class RestartablePostgres implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int STOP_MILLIS = 30_000;

  private final Path data;
  private EmbeddedPostgres server;

  private RestartablePostgres(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  /// Starts a new one; skips the test where PostgreSQL cannot run.
  ///
  /// @param data a folder that does not exist yet
  public static RestartablePostgres start(Path data) {
    try {
      return new RestartablePostgres(data, run(data, 0));
    } catch (IOException | RuntimeException e) {
      throw new TestAbortedException("PostgreSQL cannot run here: " + e.getMessage(), e);
    }
  }

  private static EmbeddedPostgres run(Path data, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPGStartupWait(START_LIMIT)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on");
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  public TestPostgres.Access access() {
    return new TestPostgres.Access(
        "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()),
        "postgres",
        "postgres");
  }

  /// Ends every connection and the server, in order.
  public void stop() throws IOException {
    server.close();
  }

  /// Ends the server at once, as a machine that fails does.
  public void crash() throws IOException, InterruptedException {
    Path file = data.resolve("postmaster.pid");
    long process = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
    handle.children().forEach(ProcessHandle::destroyForcibly);
    handle.destroyForcibly();
    for (int waited = 0; handle.isAlive() && waited < STOP_MILLIS; waited += 20) {
      Thread.sleep(20);
    }
    Files.deleteIfExists(file);
    server.close();
  }

  /// Starts it again where it was.
  public void startAgain() throws IOException {
    server = run(data, server.getPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
