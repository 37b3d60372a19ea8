package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import dev.demur.testsupport.TestIssuer;
import dev.demur.testsupport.TestPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server is killed at random moments under a load of choices. No acknowledged choice is lost,
/// and none is applied twice, though whoever got no answer asks again.
///
/// `-Ddemur.kills=200` kills so often; the default is short.
class ServeKillTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KILLS = Integer.getInteger("demur.kills", 2);
  private static final int MEMBERS = 6;
  private static final int LONGEST_LOAD_MILLIS = 1200;
  private static final int MAX_WAIT_MILLIS = 60_000;
  private static final int MAX_TRIES = 400;

  @TempDir Path folder;

  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final List<Integer> sent = new ArrayList<>();

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

  private static MemberId member(int number) {
    return new MemberId("member-" + number);
  }

  private void runs(int kills) throws Exception {
    try (TestIssuer issuer = TestIssuer.start(InstantSource.system())) {
      try (Home home = open()) {
        for (int i = 0; i < MEMBERS; i++) {
          sent.add(0);
          Choices.learn(
              home,
              member(i),
              Optional.of("US"),
              Optional.of(Instant.parse("2015-01-01T00:00:00Z")),
              Optional.of(LocalDate.of(1990, 5, 1)));
        }
      }
      SplittableRandom random = new SplittableRandom(1);
      for (int kill = 0; kill < kills; kill++) {
        round(issuer, kill, 50 + random.nextInt(LONGEST_LOAD_MILLIS));
      }
      round(issuer, kills, 0);
    }
    check();
  }

  /// Starts the server, lets members choose for a while, and kills it. Each member first sends
  /// again what was left without an answer.
  private void round(TestIssuer issuer, int number, int millis) throws Exception {
    AtomicBoolean on = new AtomicBoolean(true);
    try (ServedProcess server =
        ServedProcess.start(home(), folder.resolve("serve-" + number + ".out"), issuer.url())) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        int member = i;
        threads.add(Thread.ofVirtual().start(() -> choose(server, issuer, member, on)));
      }
      int before = acknowledged.size();
      if (millis > 0) {
        for (int waited = 0; acknowledged.size() == before; waited += 10) {
          assertThat(waited).as("milliseconds until the first choice").isLessThan(MAX_WAIT_MILLIS);
          Thread.sleep(10);
        }
        Thread.sleep(millis);
        server.kill();
      }
      on.set(false);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private void choose(ServedProcess server, TestIssuer issuer, int member, AtomicBoolean on) {
    String id = member(member).value();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < MAX_TRIES && (on.get() || i == 0); i++) {
        String key = id + "-" + sent.get(member);
        HttpResponse<String> answer =
            server.ask(
                client,
                "PUT",
                "/v1/members/" + id + "/toggle",
                issuer.token(id, "member"),
                key,
                "{\"on\":%s}".formatted(sent.get(member) % 2 == 1));
        if (answer.statusCode() == 429) {
          Thread.sleep(50);
          continue;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        acknowledged.put(key, position(answer.body()));
        sent.set(member, sent.get(member) + 1);
      }
    } catch (IOException e) {
      // Killed: nobody knows whether the choice was taken. It is sent again in the next round.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long position(String receipt) {
    JsonNode json = JSON.readTree(receipt);
    assertThat(json.path("format").asString()).isEqualTo("demur-receipt/1");
    return json.path("leafIndex").asLong() + 1;
  }

  private void check() {
    try (Home home = open()) {
      int found = 0;
      for (int i = 0; i < MEMBERS; i++) {
        List<HistoryItem> toggles =
            home.ledger().history(member(i)).stream()
                .filter(item -> item.entry().event() instanceof Event.ToggleChanged)
                .toList();
        assertThat(toggles).as("choices of %s", member(i)).hasSize(sent.get(i));
        for (int choice = 0; choice < toggles.size(); choice++) {
          HistoryItem item = toggles.get(choice);
          assertThat(item.entry().event()).isEqualTo(new Event.ToggleChanged(choice % 2 == 1));
          assertThat(acknowledged).containsEntry(member(i) + "-" + choice, item.entry().position());
          ReceiptVerifier.verify(item.receipt().toJson(), home.ledger().publicKey());
        }
        found += toggles.size();
      }
      assertThat(acknowledged).hasSize(found).hasSizeGreaterThan(MEMBERS * 2);
      assertThat(home.ledger().verify().problems()).isEmpty();
      System.err.printf("%,d choices, each in the ledger once%n", found);
    }
  }
}
