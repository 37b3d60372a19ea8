package dev.demur.bench.choices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Members who switch their setting on and off at a given rate, and look whether it holds.
///
/// Requests are due at fixed instants, whether earlier ones have been answered or not, and are
/// measured from when they were due: a server that stops for a second makes a second's worth of
/// requests slow, not one.
final class Load {
  /// On each connection, every so many choices are followed by a decision.
  private static final int LOOK_EACH = 10;

  private final int port;
  private final List<Member> members;
  private final AtomicLong keys = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong decisions = new AtomicLong();
  private final AtomicLong blind = new AtomicLong();
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

  /// Who chooses, and with what token.
  record Member(String id, String token) {}

  /// What a while of it showed.
  ///
  /// @param blind decisions that did not see a choice acknowledged before they were asked
  record Outcome(
      double perSecond,
      double medianMillis,
      double p99Millis,
      double maxMillis,
      long acknowledged,
      long refused,
      long decisions,
      long blind,
      List<String> complaints) {}

  Load(int port, List<Member> members) {
    this.port = port;
    this.members = members;
  }

  /// Runs the load.
  ///
  /// @param perSecond how many choices are due each second; 0 means the next as soon as one is
  ///   answered
  Outcome run(int connections, int perSecond, Duration length) throws InterruptedException {
    acknowledged.set(0);
    refused.set(0);
    decisions.set(0);
    blind.set(0);
    long start = System.nanoTime();
    long end = start + length.toNanos();
    List<long[]> latencies = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      int number = i;
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                long[] own = connection(number, connections, perSecond, start, end);
                synchronized (latencies) {
                  latencies.add(own);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Outcome(
        acknowledged.get() / seconds,
        at(all, 0.5),
        at(all, 0.99),
        at(all, 1),
        acknowledged.get(),
        refused.get(),
        decisions.get(),
        blind.get(),
        List.copyOf(complaints));
  }

  private static double at(long[] sorted, double share) {
    int index = Math.toIntExact(Math.round(share * (sorted.length - 1)));
    return sorted.length == 0 ? Double.NaN : sorted[index] / 1e6;
  }

  /// Members of one connection are its own, so that nobody else changes their setting.
  private long[] connection(int number, int connections, int perSecond, long start, long end) {
    long[] taken = new long[1024];
    int count = 0;
    long step = perSecond == 0 ? 0 : connections * 1_000_000_000L / perSecond;
    long due = start + (perSecond == 0 ? 0 : number * 1_000_000_000L / perSecond);
    int own = members.size() / connections;
    try (Connection server = new Connection(port)) {
      for (int i = 0; due < end; i++) {
        sleepUntil(due);
        long from = perSecond == 0 ? System.nanoTime() : due;
        Member member = members.get(number + i % own * connections);
        boolean on = i / own % 2 == 1;
        if (choose(server, member, on)) {
          if (count == taken.length) {
            taken = Arrays.copyOf(taken, 2 * count);
          }
          taken[count++] = System.nanoTime() - from;
          if (i % LOOK_EACH == 0) {
            look(server, member, on);
          }
        }
        due = perSecond == 0 ? System.nanoTime() : due + step;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(taken, count);
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private boolean choose(Connection server, Member member, boolean on) throws IOException {
    Connection.Answer answer =
        server.ask(
            "PUT",
            "/v1/members/" + member.id() + "/toggle",
            headers(member) + "Idempotency-Key: k" + keys.incrementAndGet() + "\r\n",
            on ? "{\"on\":true}" : "{\"on\":false}");
    if (answer.status() == 201) {
      acknowledged.incrementAndGet();
      return true;
    }
    refused.incrementAndGet();
    if (complaints.size() < 5) {
      complaints.add(answer.status() + " " + answer.body());
    }
    return false;
  }

  /// Everything before the setting permits, so that only the setting can make the reason.
  private void look(Connection server, Member member, boolean on) throws IOException {
    Connection.Answer answer =
        server.ask(
            "GET",
            "/v1/members/" + member.id() + "/decision?category=content.post",
            headers(member),
            "");
    decisions.incrementAndGet();
    boolean off = answer.body().contains("\"reason\":\"toggle-off\"");
    if (answer.status() != 200 || off == on) {
      blind.incrementAndGet();
      if (complaints.size() < 5) {
        complaints.add("on=" + on + ": " + answer.status() + " " + answer.body());
      }
    }
  }

  private static String headers(Member member) {
    return "Authorization: Bearer " + member.token() + "\r\nContent-Type: application/json\r\n";
  }
}
