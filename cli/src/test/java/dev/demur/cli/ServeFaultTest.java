package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demur.home.Home;
import dev.demur.testsupport.RestartablePostgres;
import dev.demur.testsupport.TestIssuer;
import dev.demur.testsupport.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a real server does under choices when its disk is full, when its PostgreSQL stops and comes
/// back, and when another server works on the same PostgreSQL.
class ServeFaultTest {
  private static final int MEMBERS = 6;
  private static final int MAX_WAIT_MILLIS = 60_000;

  @TempDir Path folder;

  private static void await(String what, BooleanSupplier done) throws InterruptedException {
    for (int waited = 0; !done.getAsBoolean(); waited += 20) {
      assertThat(waited).as("milliseconds until " + what).isLessThan(MAX_WAIT_MILLIS);
      Thread.sleep(20);
    }
  }

  private static void awaitMore(Choosers members, int more) throws InterruptedException {
    int before = members.acknowledged();
    await(more + " choices more", () -> members.acknowledged() >= before + more);
  }

  private Home open(Path home) {
    return Home.open(home, InstantSource.system(), Optional.empty());
  }

  /// The server's home lies on a file system of its own of 24 MiB, in a mount namespace that needs
  /// no rights. The test sees it through `/proc`.
  @Test
  void aFullDiskRefusesInWordsLosesNothingAndGoesOnWhenThereIsRoomAgain() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("mounted"));
    assumeTrue(canMount(empty), "no file system can be mounted here without rights (unshare -Urm)");
    try (TestIssuer issuer = TestIssuer.start(InstantSource.system())) {
      Choosers members = new Choosers(issuer, MEMBERS);
      Path prepared = folder.resolve("prepared");
      try (Home home = open(prepared)) {
        members.join(home);
      }
      try (ServedProcess server =
          ServedProcess.start(
              empty, folder.resolve("serve.out"), issuer.url(), mounting(empty, prepared))) {
        Path seen = Path.of("/proc/" + server.pid() + "/root" + empty.toAbsolutePath());
        Choosers.Working working = members.choosing(List.of(server));
        awaitMore(members, 30);
        Path ballast = seen.resolve("ballast");
        fill(ballast);
        await("the disk is full", () -> members.refusals().size() >= 2 * MEMBERS);
        int atFull = members.acknowledged();
        Files.delete(ballast);
        awaitMore(members, 30);
        working.stop();
        assertThat(members.acknowledged()).isGreaterThan(atFull);
        copy(seen, folder.resolve("afterwards"));
      }
      assertThat(members.refusals())
          .allMatch(refusal -> refusal.startsWith("503 "))
          .anySatisfy(refusal ->
              assertThat(refusal)
                  .contains("database or disk is full")
                  .contains("nothing was acknowledged")
                  .contains("Send it again with the same Idempotency-Key"));
      try (Home home = open(folder.resolve("afterwards"))) {
        members.check(home);
      }
    }
  }

  private static boolean canMount(Path place) throws IOException, InterruptedException {
    return new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", place.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static List<String> mounting(Path place, Path content) {
    return List.of(
        "unshare",
        "-Urm",
        "sh",
        "-c",
        "mount -t tmpfs -o size=24m tmpfs \"$0\" && cp -a \"$1\"/. \"$0\"/ && shift && exec \"$@\"",
        place.toString(),
        content.toString());
  }

  /// Writes until nothing more fits.
  private static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left on device");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void aPostgresqlThatStopsAndCrashesIsAnnouncedAndTheServerGoesOnByItself() throws Exception {
    try (TestIssuer issuer = TestIssuer.start(InstantSource.system());
        RestartablePostgres database = RestartablePostgres.start(folder.resolve("postgres"))) {
      Choosers members = new Choosers(issuer, MEMBERS);
      Path place = on(database.access(), folder.resolve("home"));
      try (Home home = open(place)) {
        members.join(home);
      }
      try (ServedProcess server =
          ServedProcess.start(place, folder.resolve("serve.out"), issuer.url())) {
        Choosers.Working working = members.choosing(List.of(server));
        awaitMore(members, 20);
        for (boolean crash : new boolean[] {false, true}) {
          if (crash) {
            database.crash();
          } else {
            database.stop();
          }
          int before = members.refusals().size();
          await("the server says so", () -> members.refusals().size() > before);
          assertThat(health(server).statusCode()).isEqualTo(503);
          database.startAgain();
          awaitMore(members, 20);
        }
        working.stop();
        assertThat(health(server).body()).contains("\"status\":\"up\"");
      }
      assertThat(members.refusals())
          .allMatch(refusal -> refusal.startsWith("503 "))
          .anySatisfy(refusal ->
              assertThat(refusal)
                  .contains("the database does not answer")
                  .contains("see that it runs, and try again")
                  .contains("Send it again with the same Idempotency-Key"));
      try (Home home = open(place)) {
        members.check(home);
      }
    }
  }

  private static HttpResponse<String> health(ServedProcess server)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.url("/v1/health"))).build(),
          BodyHandlers.ofString());
    }
  }

  private static Path on(TestPostgres.Access access, Path home) throws IOException {
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("database.properties"),
        "database.url=%s%ndatabase.user=%s%ndatabase.password=%s%n"
            .formatted(access.jdbcUrl(), access.user(), access.password()));
    return home;
  }

  /// Each choice is made at one server, and the decision after it at the other.
  @Test
  void twoServersOnOnePostgresqlKeepOneLogAndSeeEachOther() throws Exception {
    TestPostgres.Access access = TestPostgres.newDurableDatabase();
    try (TestIssuer issuer = TestIssuer.start(InstantSource.system())) {
      Choosers members = new Choosers(issuer, MEMBERS);
      Path one = on(access, folder.resolve("one"));
      try (Home home = open(one)) {
        members.join(home);
      }
      Path two = folder.resolve("two");
      copy(one, two);
      try (ServedProcess first = ServedProcess.start(one, folder.resolve("one.out"), issuer.url());
          ServedProcess second =
              ServedProcess.start(two, folder.resolve("two.out"), issuer.url())) {
        Choosers.Working working = members.choosing(List.of(first, second));
        awaitMore(members, 200);
        working.stop();
      }
      assertThat(members.refusals()).isEmpty();
      assertThat(members.blind()).isEmpty();
      try (Home home = open(two)) {
        members.check(home);
      }
    }
  }
}
