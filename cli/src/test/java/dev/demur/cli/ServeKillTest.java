package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Home;
import dev.demur.testsupport.TestIssuer;
import dev.demur.testsupport.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed at random moments under a load of choices. No acknowledged choice is lost,
/// and none is applied twice, though whoever got no answer asks again.
///
/// `-Ddemur.kills=200` kills so often, `-Ddemur.seed=N` at other moments; the default is short.
/// While one server is under load the next one starts on the same home, so that starting takes less
/// of the time.
class ServeKillTest {
  private static final int KILLS = Integer.getInteger("demur.kills", 2);
  private static final long SEED = Long.getLong("demur.seed", 1);
  private static final int MEMBERS = 6;
  private static final int LONGEST_LOAD_MILLIS = 900;
  private static final int MAX_WAIT_MILLIS = 60_000;

  @TempDir Path folder;
  private final Map<Integer, CompletableFuture<ServedProcess>> servers = new ConcurrentHashMap<>();

  @Test
  void onSqliteKillsLoseNothingAndApplyNothingTwice() throws Exception {
    runs(KILLS);
  }

  @Test
  void onPostgresqlKillsLoseNothingAndApplyNothingTwice() throws Exception {
    TestPostgres.Access access = TestPostgres.newDurableDatabase();
    Files.createDirectories(home());
    Files.writeString(
        home().resolve("database.properties"),
        "database.url=%s%ndatabase.user=%s%ndatabase.password=%s%n"
            .formatted(access.jdbcUrl(), access.user(), access.password()));
    runs((KILLS + 2) / 3);
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Home open() {
    return Home.open(home(), InstantSource.system(), Optional.empty());
  }

  private void runs(int kills) throws Exception {
    try (TestIssuer issuer = TestIssuer.start(InstantSource.system())) {
      Choosers members = new Choosers(issuer, MEMBERS);
      try (Home home = open()) {
        members.join(home);
      }
      rounds(issuer, members, kills);
      try (Home home = open()) {
        members.check(home);
      }
    }
  }

  private void rounds(TestIssuer issuer, Choosers members, int kills) throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int kill = 0; kill <= kills; kill++) {
      try (ServedProcess server = started(issuer, kill).get()) {
        if (kill == kills) {
          members.choosing(List.of(server)).stop();
        } else {
          started(issuer, kill + 1);
          chooseAndKill(members, server, 50 + random.nextInt(LONGEST_LOAD_MILLIS));
        }
      }
      assertThat(members.refusals()).isEmpty();
    }
  }

  /// The server of a round, which is started when it is first asked for.
  private CompletableFuture<ServedProcess> started(TestIssuer issuer, int number) {
    return servers.computeIfAbsent(
        number,
        _ ->
            CompletableFuture.supplyAsync(() -> {
              try {
                Path output = folder.resolve("serve-" + number + ".out");
                return ServedProcess.start(home(), output, issuer.url());
              } catch (Exception e) {
                throw new IllegalStateException("server " + number, e);
              }
            }));
  }

  @AfterEach
  void stop() {
    servers.values().forEach(server -> server.thenAccept(ServedProcess::close).join());
  }

  /// Lets members choose for a while, and kills the server. Each member first sends again what was
  /// left without an answer.
  private static void chooseAndKill(Choosers members, ServedProcess server, int millis)
      throws InterruptedException {
    int enough = members.acknowledged() + 2 * MEMBERS;
    Choosers.Working working = members.choosing(List.of(server));
    for (int waited = 0; members.acknowledged() < enough; waited += 10) {
      assertThat(waited).as("milliseconds until everybody chooses").isLessThan(MAX_WAIT_MILLIS);
      Thread.sleep(10);
    }
    Thread.sleep(millis);
    server.kill();
    working.stop();
  }
}
