package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Home;
import dev.demur.testsupport.TestIssuer;
import dev.demur.testsupport.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed at random moments under a load of choices. No acknowledged choice is lost,
/// and none is applied twice, though whoever got no answer asks again.
///
/// `-Ddemur.kills=200` kills so often; the default is short.
class ServeKillTest {
  private static final int KILLS = Integer.getInteger("demur.kills", 2);
  private static final int MEMBERS = 6;
  private static final int LONGEST_LOAD_MILLIS = 1200;
  private static final int MAX_WAIT_MILLIS = 60_000;

  @TempDir Path folder;

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
      SplittableRandom random = new SplittableRandom(1);
      for (int kill = 0; kill < kills; kill++) {
        round(issuer, members, kill, 50 + random.nextInt(LONGEST_LOAD_MILLIS));
      }
      round(issuer, members, kills, 0);
      try (Home home = open()) {
        members.check(home);
      }
    }
  }

  /// Starts the server, lets members choose for a while, and kills it. Each member first sends
  /// again what was left without an answer.
  private void round(TestIssuer issuer, Choosers members, int number, int millis) throws Exception {
    try (ServedProcess server =
        ServedProcess.start(home(), folder.resolve("serve-" + number + ".out"), issuer.url())) {
      int before = members.acknowledged();
      Choosers.Working working = members.choosing(List.of(server));
      if (millis > 0) {
        for (int waited = 0; members.acknowledged() == before; waited += 10) {
          assertThat(waited).as("milliseconds until the first choice").isLessThan(MAX_WAIT_MILLIS);
          Thread.sleep(10);
        }
        Thread.sleep(millis);
        server.kill();
      }
      working.stop();
    }
    assertThat(members.refusals()).isEmpty();
  }
}
