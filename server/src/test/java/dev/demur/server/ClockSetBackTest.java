package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.Role;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock is set back while members choose.
class ClockSetBackTest {
  private static final MemberId MEMBER = new MemberId("ada");
  private static final String PASSWORD = "correct horse";
  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  @TempDir Path folder;
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

  @Test
  void aLaterNoHoldsAtOnceThoughTheClockSaysItCameEarlier() throws Exception {
    try (Home home = Home.open(folder.resolve("home"), clock::get, Optional.empty())) {
      Choices.learn(
          home,
          MEMBER,
          Optional.of("US"),
          Optional.of(Instant.parse("2015-01-01T00:00:00Z")),
          Optional.of(LocalDate.of(1990, 5, 1)));
      home.accounts().put(MEMBER.value(), PASSWORD, Role.MEMBER);
      try (DemurServer server = DemurServer.start(home, folder, "127.0.0.1", 0)) {
        assertThat(choose(server, true)).isEqualTo(201);
        assertThat(decision(server)).doesNotContain("toggle-off");

        clock.set(NOON.minus(Duration.ofHours(1)));
        assertThat(choose(server, false)).isEqualTo(201);
        assertThat(decision(server)).contains("\"reason\":\"toggle-off\"");
        assertThat(ask(server, "GET", "/v1/health", "").body())
            .contains("\"clockBehindSeconds\":3600");

        assertThat(choose(server, true)).isEqualTo(201);
        assertThat(decision(server)).doesNotContain("toggle-off");
        clock.set(NOON.plusSeconds(1));
        assertThat(choose(server, false)).isEqualTo(201);
        assertThat(decision(server)).contains("\"reason\":\"toggle-off\"");
        assertThat(ask(server, "GET", "/v1/health", "").body())
            .contains("\"clockBehindSeconds\":0");
        check(home);
      }
    }
  }

  private static void check(Home home) throws Exception {
    List<HistoryItem> history = home.ledger().history(MEMBER);
    assertThat(history)
        .extracting(item -> item.entry().learntAt())
        .isSorted()
        .doesNotContain(NOON.minus(Duration.ofHours(1)));
    assertThat(history.subList(history.size() - 4, history.size()))
        .extracting(item -> item.entry().happenedAt())
        .isSorted();
    for (HistoryItem item : history) {
      ReceiptVerifier.verify(item.receipt().toJson(), home.ledger().publicKey());
    }
    assertThat(home.ledger().verify().problems()).isEmpty();
  }

  /// A home that is opened while the clock is behind goes on where the ledger ended.
  @Test
  void aServerStartedWithAClockThatIsBehindGoesOnWhereTheLedgerEnded() {
    Path root = folder.resolve("home");
    try (Home home = Home.open(root, clock::get, Optional.empty())) {
      Choices.learn(
          home, MEMBER, Optional.of("US"), Optional.empty(), Optional.of(LocalDate.of(1990, 5, 1)));
    }
    clock.set(NOON.minus(Duration.ofDays(3)));
    try (Home home = Home.open(root, clock::get, Optional.empty())) {
      assertThat(home.clock().instant()).isEqualTo(NOON);
      assertThat(home.ledger().clockBehind()).isEqualTo(Duration.ofDays(3));
    }
  }

  private static int choose(DemurServer server, boolean on) throws Exception {
    return ask(server, "PUT", "/v1/members/ada/toggle", "{\"on\":%s}".formatted(on)).statusCode();
  }

  private static String decision(DemurServer server) throws Exception {
    return ask(server, "GET", "/v1/members/ada/decision?category=content.post", "").body();
  }

  private static HttpResponse<String> ask(
      DemurServer server, String method, String path, String body)
      throws IOException, InterruptedException {
    String account = MEMBER.value() + ":" + PASSWORD;
    byte[] bytes = account.getBytes(StandardCharsets.UTF_8);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes))
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
