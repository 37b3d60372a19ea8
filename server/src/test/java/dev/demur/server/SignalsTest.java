package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.Role;
import dev.demur.home.Signals;
import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import dev.demur.model.Signal;
import dev.demur.model.Switch;
import dev.demur.program.Program;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signals of members' software, which count where the program honours them.
class SignalsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
  private static final MemberId ADA = new MemberId("ada");
  private static final String PASSWORD = "correct horse";

  @TempDir Path folder;

  /// A shipped program, with signals on its toggle.
  private static Program honouring(String name, String signals) throws Exception {
    String yaml = Files.readString(Path.of("..", "programs", name + ".yaml"));
    assertThat(yaml).contains("\n  toggle:\n");
    return Program.parse(
        name + ".yaml",
        yaml.replace("\n  toggle:\n", "\n  toggle:\n    signals: " + signals + "\n"));
  }

  private Home home() {
    Home home = Home.open(folder.resolve("home"), CLOCK, Optional.empty());
    Choices.learn(
        home,
        ADA,
        Optional.of("US"),
        Optional.of(Instant.parse("2015-01-01T00:00:00Z")),
        Optional.of(LocalDate.of(1990, 5, 1)));
    home.accounts().put(ADA.value(), PASSWORD, Role.MEMBER);
    return home;
  }

  private static List<Event> switched(Home home) {
    return home.ledger().history(ADA).stream()
        .map(item -> item.entry().event())
        .filter(Event.ToggleChanged.class::isInstance)
        .toList();
  }

  @Test
  void aSignalThatTheProgramHonoursSwitchesOffOnceWithItsReceipt() throws Exception {
    try (Home home = home();
        Served server = new Served(home, honouring("linkedin-2025", "[gpc, train-ai]"))) {
      assertThat(server.ask("GET", "/v1/members/ada", "", "Sec-GPC", "1").body())
          .contains("\"toggle\":false");
      assertThat(server.ask("GET", "/v1/members/ada", "", "Sec-GPC", "1").statusCode())
          .isEqualTo(200);
      assertThat(server.decision()).contains("\"reason\":\"toggle-off\"");

      assertThat(switched(home))
          .containsExactly(new Event.ToggleChanged(false, Switch.MAIN, Optional.of(Signal.GPC)));
      HistoryItem last = home.ledger().history(ADA).getLast();
      assertThat(last.receipt().toJson()).contains("\"signal\":\"gpc\"");
      ReceiptVerifier.verify(last.receipt().toJson(), home.ledger().publicKey());
      assertThat(server.ask("GET", "/v1/members/ada/history", "", "X", "y").body())
          .contains("\"signal\":\"gpc\"");
    }
  }

  @Test
  void whoSwitchesOnAfterwardsIsLeftAlone() throws Exception {
    try (Home home = home();
        Served server = new Served(home, honouring("linkedin-2025", "[gpc]"))) {
      server.ask("GET", "/v1/members/ada", "", "Sec-GPC", "1");
      server.ask("PUT", "/v1/members/ada/toggle", "{\"on\":true}", "Sec-GPC", "1");
      server.ask("GET", "/v1/members/ada", "", "Sec-GPC", "1");

      assertThat(server.decision()).doesNotContain("toggle-off");
      assertThat(switched(home)).hasSize(2);
    }
  }

  @Test
  void withoutAWordInTheProgramASignalChangesNothing() throws Exception {
    Program plain = Program.shipped("linkedin-2025").orElseThrow();
    try (Home home = home();
        Served server = new Served(home, plain)) {
      server.ask("GET", "/v1/members/ada", "", "Sec-GPC", "1");
      server.ask("GET", "/v1/members/ada", "", "Content-Usage", "train-ai=n");
      HttpResponse<String> passed =
          server.ask("POST", "/v1/members/ada/signals", "{\"signal\":\"gpc\"}", "X", "y");

      assertThat(passed.statusCode()).isEqualTo(200);
      assertThat(passed.body()).isEqualTo("{\"receipts\":[]}");
      assertThat(switched(home)).isEmpty();
    }
  }

  @Test
  void thePlatformPassesOnWhatItsOwnPagesWereSent() throws Exception {
    try (Home home = home();
        Served server = new Served(home, honouring("linkedin-2025", "[train-ai]"))) {
      assertThat(
              server
                  .ask("POST", "/v1/members/ada/signals", "{\"signal\":\"gpc\"}", "X", "y")
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              server
                  .ask("POST", "/v1/members/ada/signals", "{\"signal\":\"loud\"}", "X", "y")
                  .body())
          .contains("signal: there is no loud");
      HttpResponse<String> passed =
          server.ask("POST", "/v1/members/ada/signals", "{\"signal\":\"train-ai\"}", "X", "y");

      assertThat(passed.statusCode()).isEqualTo(201);
      String receipt = JsonAnswers.JSON.readTree(passed.body()).path("receipts").path(0).toString();
      ReceiptVerifier.verify(receipt, home.ledger().publicKey());
      assertThat(server.decision()).contains("\"reason\":\"toggle-off\"");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "train-ai=n|true",
        "train-ai=y|false",
        "search=y, train-ai=n|true",
        "search=n|false",
        "train-ai=y, train-ai=n|true",
        "train-ai|true",
        "train-ai=maybe|true",
        "train-ai=n;exceptions=x|true",
        "not-train-ai=n|false"
      })
  void whateverIsSaidOfTrainingButAPlainYesIsANo(String usage, boolean forbids) {
    assertThat(SignalHeaders.forbidsTraining(usage)).isEqualTo(forbids);
  }

  @Test
  void aSwitchThatIsOffByDefaultAndAStrangerAreLeftAlone() throws Exception {
    Program program = honouring("linkedin-2025", "[gpc]");
    try (Home home = home()) {
      assertThat(Signals.heed(home, program, new MemberId("nobody"), EnumSet.of(Signal.GPC)))
          .isEmpty();
      assertThat(home.ledger().knows(new MemberId("nobody"))).isFalse();
    }
  }

  /// The member's requests to a home whose latest snapshot was built under a program.
  private final class Served implements AutoCloseable {
    private final DemurServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Served(Home home, Program program) {
      dev.demur.home.Building.run(
          home, program, () -> folder, Optional.empty(), 1, dev.demur.home.Progress.NONE);
      server = DemurServer.start(home, folder, "127.0.0.1", 0);
    }

    HttpResponse<String> ask(String method, String path, String body, String header, String value)
        throws Exception {
      byte[] account = (ADA + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account))
              .header(header, value)
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }

    String decision() throws Exception {
      return ask("GET", "/v1/members/ada/decision?category=content.post", "", "X", "y").body();
    }

    @Override
    public void close() {
      client.close();
      server.close();
    }
  }
}
