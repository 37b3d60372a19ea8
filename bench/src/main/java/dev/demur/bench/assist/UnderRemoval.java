package dev.demur.bench.assist;

import dev.demur.bench.Benchmark.Row;
import dev.demur.bench.Latencies;
import dev.demur.bench.ServerProcess;
import dev.demur.bench.assist.Typing.Stroke;
import dev.demur.home.Forgetting;
import dev.demur.home.Home;
import dev.demur.home.Progress;
import dev.demur.model.MemberId;
import dev.demur.testsupport.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/// Members who write, over HTTP against `demur serve`, while another process removes one after the
/// other. Requests are due at fixed instants and are measured from then on.
final class UnderRemoval {
  private static final int EACH_SECOND = 20;
  private static final int REMOVED = 8;
  private static final int MOST_POLLS = 1_200;
  private static final long POLL_MILLIS = 50;
  private static final JsonMapper JSON = new JsonMapper();

  private final ServerProcess server;
  private final TestIssuer issuer;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Latencies latencies = new Latencies();
  private final AtomicLong failed = new AtomicLong();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  private UnderRemoval(ServerProcess server, TestIssuer issuer) {
    this.server = server;
    this.issuer = issuer;
  }

  static void run(Path root, int seconds, List<Row> rows, List<String> remarks) throws Exception {
    List<Stroke> strokes;
    List<MemberId> leaving;
    try (Home home = WritingHome.open(root)) {
      List<MemberId> members = List.copyOf(home.corpus().holders());
      leaving = members.subList(0, Math.min(REMOVED, members.size() / 4));
      Set<MemberId> gone = Set.copyOf(leaving);
      strokes =
          Typing.strokes(home, 8 * EACH_SECOND * seconds).stream()
              .filter(stroke -> !gone.contains(stroke.member()))
              .toList();
    }
    try (TestIssuer issuer = TestIssuer.start(InstantSource.system());
        ServerProcess server =
            ServerProcess.start(
                Path.of(System.getProperty("demur.root", ".")).toAbsolutePath(),
                root,
                issuer.url())) {
      UnderRemoval load = new UnderRemoval(server, issuer);
      rows.add(new Row("from taking requests to being read ahead", load.untilReady(), "ms"));
      load.ask(strokes.getFirst(), System.nanoTime());
      rows.add(new Row("first request then", load.latencies.takeAll().millis(1), "ms"));
      load.send(strokes.subList(0, EACH_SECOND * seconds), () -> true);
      Latencies quiet = load.latencies.takeAll();
      long failedBefore = load.failed.get();
      Removals removals = new Removals(root, leaving);
      Thread removing = Thread.ofPlatform().start(removals);
      long sent =
          load.send(strokes.subList(EACH_SECOND * seconds, strokes.size()), removing::isAlive);
      removing.join();
      rows.add(new Row("over HTTP at 20 a second, p99", quiet.millis(0.99), "ms"));
      rows.add(new Row("while removals run, sent", sent, "requests"));
      rows.add(new Row("while removals run, failed", load.failed.get(), "requests"));
      rows.add(new Row("while removals run, median", load.latencies.millis(0.5), "ms"));
      rows.add(new Row("while removals run, p99", load.latencies.millis(0.99), "ms"));
      rows.add(new Row("while removals run, slowest", load.latencies.millis(1), "ms"));
      rows.add(new Row("removals meanwhile", removals.done.get(), "members"));
      remarks.add(
          String.format(
              Locale.ROOT,
              "HTTP: %,d requests before the removals, %d of them failed; load, server and removals share this machine's cores",
              quiet.count(),
              failedBefore));
      remarks.addAll(load.complaints);
    }
  }

  /// Waits as a load balancer does, by asking for the server's health; milliseconds.
  private double untilReady() throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/v1/health".formatted(server.port())))
            .GET()
            .build();
    for (int poll = 0; poll < MOST_POLLS; poll++) {
      String answer = client.send(health, BodyHandlers.ofString()).body();
      if (JSON.readTree(answer).path("suggestions").asString("").equals("ready")) {
        return (System.nanoTime() - start) / 1e6;
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException(
        "the server was not ready after %d polls".formatted(MOST_POLLS));
  }

  /// Removes members one after the other, as `demur forget` does.
  private static final class Removals implements Runnable {
    private final Path root;
    private final List<MemberId> leaving;
    private final AtomicInteger done = new AtomicInteger();

    Removals(Path root, List<MemberId> leaving) {
      this.root = root;
      this.leaving = leaving;
    }

    @Override
    public void run() {
      try (Home home = WritingHome.open(root)) {
        for (MemberId member : leaving) {
          new Forgetting(home, WritingHome::base, Progress.NONE).forget(Set.of(member), false);
          done.incrementAndGet();
        }
      }
    }
  }

  private interface While {
    boolean goesOn();
  }

  /// Sends requests when they are due, as long as something goes on.
  private long send(List<Stroke> strokes, While condition) throws InterruptedException {
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    int sent = 0;
    for (Stroke stroke : strokes) {
      if (!condition.goesOn()) {
        break;
      }
      long due = start + sent * 1_000_000_000L / EACH_SECOND;
      Thread.sleep(java.time.Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      threads.add(Thread.ofVirtual().start(() -> ask(stroke, due)));
      sent++;
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return sent;
  }

  private void ask(Stroke stroke, long due) {
    String member = stroke.member().value();
    String body =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("kind", "complete")
                .put("category", stroke.category().code())
                .put("text", stroke.typed()));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/v1/members/%s/suggestions"
                        .formatted(server.port(), member)))
            .header("Authorization", "Bearer " + issuer.token(member, "member"))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      int status = client.send(request, BodyHandlers.ofString()).statusCode();
      if (status != 200) {
        fail("answered " + status);
      }
    } catch (IOException e) {
      fail(String.valueOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    latencies.add(System.nanoTime() - due);
  }

  private void fail(String why) {
    failed.incrementAndGet();
    if (complaints.size() < 5) {
      complaints.add(why);
    }
  }
}
