package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import dev.demur.testsupport.TestIssuer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Members who switch their setting on and off over HTTP, each choice with a key of its own, and
/// send a choice again until it is acknowledged.
final class Choosers {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_TRIES = 4_000;
  private static final int PAUSE_MILLIS = 50;

  private final TestIssuer issuer;
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final Queue<String> blind = new ConcurrentLinkedQueue<>();
  private final AtomicIntegerArray next;

  Choosers(TestIssuer issuer, int members) {
    this.issuer = issuer;
    this.next = new AtomicIntegerArray(members);
  }

  private static MemberId member(int number) {
    return new MemberId("member-" + number);
  }

  void join(Home home) {
    for (int i = 0; i < next.length(); i++) {
      Choices.learn(
          home,
          member(i),
          Optional.of("US"),
          Optional.of(Instant.parse("2015-01-01T00:00:00Z")),
          Optional.of(LocalDate.of(1990, 5, 1)));
    }
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /// What the servers answered instead of a receipt.
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /// Decisions that did not see the choice before them.
  List<String> blind() {
    return List.copyOf(blind);
  }

  /// Members at work.
  record Working(List<Thread> threads, AtomicBoolean on) {
    void stop() throws InterruptedException {
      on.set(false);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  /// Members choose at these servers in turn, and stop when one of them is dead.
  Working choosing(List<ServedProcess> servers) {
    AtomicBoolean on = new AtomicBoolean(true);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < next.length(); i++) {
      int member = i;
      threads.add(Thread.ofVirtual().start(() -> choose(servers, member, on)));
    }
    return new Working(threads, on);
  }

  private void choose(List<ServedProcess> servers, int member, AtomicBoolean on) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < MAX_TRIES && (on.get() || i == 0); i++) {
        ServedProcess server = servers.get(next.get(member) % servers.size());
        if (!server.isAlive()) {
          return;
        }
        if (chosen(client, server, member)) {
          look(client, servers.get(next.get(member) % servers.size()), member);
        } else {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Without an answer nobody knows whether the choice was taken; it is sent again.
  private boolean chosen(HttpClient client, ServedProcess server, int member)
      throws InterruptedException {
    try {
      return answered(client, server, member);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean answered(HttpClient client, ServedProcess server, int member)
      throws IOException, InterruptedException {
    int number = next.get(member);
    String id = member(member).value();
    String key = id + "-" + number;
    HttpResponse<String> answer =
        server.ask(
            client,
            "PUT",
            "/v1/members/" + id + "/toggle",
            issuer.token(id, "member"),
            key,
            "{\"on\":%s}".formatted(isOn(number)));
    if (answer.statusCode() != 201) {
      if (answer.statusCode() != 429) {
        refusals.add(answer.statusCode() + " " + answer.body());
      }
      return false;
    }
    acknowledged.put(key, position(answer.body()));
    next.incrementAndGet(member);
    return true;
  }

  /// The next decision after an acknowledged choice, at a server that may be another.
  private void look(HttpClient client, ServedProcess server, int member)
      throws InterruptedException {
    try {
      decided(client, server, member);
    } catch (IOException e) {
      // The server was killed before it answered.
    }
  }

  private void decided(HttpClient client, ServedProcess server, int member)
      throws IOException, InterruptedException {
    String id = member(member).value();
    boolean on = isOn(next.get(member) - 1);
    HttpResponse<String> answer =
        server.ask(
            client,
            "GET",
            "/v1/members/" + id + "/decision?category=content.post",
            issuer.token(id, "member"),
            "look",
            "");
    boolean off = answer.body().contains("\"reason\":\"toggle-off\"");
    if (answer.statusCode() == 200 && off == on) {
      blind.add("on=" + on + ": " + answer.body());
    }
  }

  private static boolean isOn(int number) {
    return number % 2 == 1;
  }

  private static long position(String receipt) {
    JsonNode json = JSON.readTree(receipt);
    assertThat(json.path("format").asString()).isEqualTo("demur-receipt/1");
    return json.path("leafIndex").asLong() + 1;
  }

  /// Every acknowledged choice is in the ledger once, in order, at the position acknowledged; and
  /// nothing else is.
  void check(Home home) {
    int found = 0;
    for (int i = 0; i < next.length(); i++) {
      List<HistoryItem> toggles =
          home.ledger().history(member(i)).stream()
              .filter(item -> item.entry().event() instanceof Event.ToggleChanged)
              .toList();
      assertThat(toggles).as("choices of %s", member(i)).hasSize(next.get(i));
      for (int choice = 0; choice < toggles.size(); choice++) {
        HistoryItem item = toggles.get(choice);
        assertThat(item.entry().event()).isEqualTo(new Event.ToggleChanged(isOn(choice)));
        assertThat(acknowledged).containsEntry(member(i) + "-" + choice, item.entry().position());
        ReceiptVerifier.verify(item.receipt().toJson(), home.ledger().publicKey());
      }
      found += toggles.size();
    }
    assertThat(acknowledged).hasSize(found).hasSizeGreaterThan(next.length() * 2);
    assertThat(blind).isEmpty();
    assertThat(home.ledger().verify().problems()).isEmpty();
    System.err.printf("%,d choices, each in the ledger once%n", found);
  }
}
