package dev.demur.bench.choices;

import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.bench.ServerProcess;
import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.LedgerCheck;
import dev.demur.model.MemberId;
import dev.demur.testsupport.TestIssuer;
import dev.demur.testsupport.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Durable choices over loopback HTTP, against `demur serve` in a process of its own: how many a
/// second, how soon acknowledged, and whether the next decision sees them.
///
/// Each choice carries a token that is checked, is written with `synchronous=FULL` (or by a
/// PostgreSQL that waits for its disk), and is answered with its receipt.
public final class ChoicesBenchmark implements Benchmark {
  private static final int GOAL = 2_000;
  private static final int CONNECTIONS = 64;
  private static final int FULL_LOAD_CONNECTIONS = 128;

  @Override
  public String name() {
    return "choices";
  }

  @Override
  public String description() {
    return "durable choices over HTTP, on SQLite and PostgreSQL";
  }

  /// How much is measured.
  private record Size(int members, Duration warmUp, Duration length) {
    static Size of(Effort effort) {
      return effort == Effort.FULL
          ? new Size(2_000, Duration.ofSeconds(20), Duration.ofSeconds(30))
          : new Size(400, Duration.ofSeconds(8), Duration.ofSeconds(8));
    }
  }

  @Override
  public Report run(Effort effort) throws Exception {
    Size size = Size.of(effort);
    List<Row> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    remarks.add(
        String.format(
            Locale.ROOT,
            "%,d members; %,d choices a second are due on %d connections, measured from when they were due;"
                + " load and server share this machine's cores",
            size.members(),
            GOAL,
            CONNECTIONS));
    measure("SQLite", size, rows, remarks, folder -> {});
    measure("PostgreSQL", size, rows, remarks, ChoicesBenchmark::onPostgres);
    return new Report(name(), rows, remarks);
  }

  /// What is done with a home before it is opened.
  private interface Setup {
    void of(Path home) throws IOException;
  }

  private static void onPostgres(Path home) throws IOException {
    TestPostgres.Access access = TestPostgres.newDurableDatabase();
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("database.properties"),
        "database.url=%s%ndatabase.user=%s%ndatabase.password=%s%n"
            .formatted(access.jdbcUrl(), access.user(), access.password()));
  }

  private static void measure(
      String database, Size size, List<Row> rows, List<String> remarks, Setup setup)
      throws Exception {
    Path folder = Files.createTempDirectory("demur-bench-choices");
    Path home = folder.resolve("home");
    try (TestIssuer issuer = TestIssuer.start(InstantSource.system())) {
      setup.of(home);
      List<Load.Member> members = members(home, issuer, size.members());
      step("%s: starting the server", database);
      long acknowledged;
      try (ServerProcess server =
          ServerProcess.start(
              Path.of(System.getProperty("demur.root", ".")).toAbsolutePath(),
              home,
              issuer.url())) {
        acknowledged = measure(database, size, rows, remarks, server, members);
      }
      remarks.add(database + ": " + checked(home, acknowledged));
    } finally {
      Folders.delete(folder);
    }
  }

  private static long measure(
      String database,
      Size size,
      List<Row> rows,
      List<String> remarks,
      ServerProcess server,
      List<Load.Member> members)
      throws InterruptedException {
    Load load = new Load(server.port(), members);
    step("%s: warming up", database);
    Load.Outcome warm = load.run(CONNECTIONS, GOAL / 2, size.warmUp());
    Load.Outcome warmer = load.run(CONNECTIONS, GOAL, size.warmUp());
    step("%s: %,d a second", database, GOAL);
    double cpu = server.cpuSeconds();
    Load.Outcome steady = load.run(CONNECTIONS, GOAL, size.length());
    double used = server.cpuSeconds() - cpu;
    step("%s: as many as it takes", database);
    Load.Outcome most = load.run(FULL_LOAD_CONNECTIONS, 0, size.length());
    rows.add(new Row(database + ", at the goal's rate", steady.perSecond(), "choices/s"));
    rows.add(new Row(database + ", median", steady.medianMillis(), "ms"));
    rows.add(new Row(database + ", p99", steady.p99Millis(), "ms"));
    rows.add(new Row(database + ", slowest", steady.maxMillis(), "ms"));
    rows.add(
        new Row(
            database + ", server's CPU per 1,000 choices",
            1_000 * used / steady.acknowledged(),
            "CPU-s"));
    rows.add(new Row(database + ", as many as it takes", most.perSecond(), "choices/s"));
    rows.add(new Row(database + ", as many as it takes, p99", most.p99Millis(), "ms"));
    long looks = warm.decisions() + warmer.decisions() + steady.decisions() + most.decisions();
    long blind = warm.blind() + warmer.blind() + steady.blind() + most.blind();
    rows.add(new Row(database + ", decisions right after a choice", looks, "decisions"));
    rows.add(new Row(database + ", of them without seeing it", blind, "decisions"));
    rows.add(new Row(database + ", refused", steady.refused() + most.refused(), "choices"));
    remarks.addAll(most.complaints());
    return warm.acknowledged()
        + warmer.acknowledged()
        + steady.acknowledged()
        + most.acknowledged();
  }

  private static List<Load.Member> members(Path folder, TestIssuer issuer, int count) {
    step("%,d members", count);
    List<Load.Member> members = new ArrayList<>();
    try (Home home = Home.open(folder, InstantSource.system(), Optional.empty())) {
      for (int i = 0; i < count; i++) {
        String id = "member-" + i;
        Choices.learn(
            home,
            new MemberId(id),
            Optional.of("US"),
            Optional.of(Instant.parse("2015-01-01T00:00:00Z")),
            Optional.of(LocalDate.of(1990, 5, 1)));
        members.add(new Load.Member(id, issuer.token(id, "member")));
      }
    }
    return members;
  }

  /// Everything that was acknowledged is there, and nothing twice.
  private static String checked(Path folder, long acknowledged) {
    try (Home home = Home.open(folder, InstantSource.system(), Optional.empty())) {
      long found = 0;
      for (MemberId member : home.ledger().members()) {
        found +=
            home.ledger().history(member).stream()
                .map(HistoryItem::entry)
                .filter(entry -> entry.event() instanceof Event.ToggleChanged)
                .count();
      }
      LedgerCheck check = home.ledger().verify();
      if (found != acknowledged || !check.holds()) {
        throw new IllegalStateException(
            "%,d choices were acknowledged, %,d are in the ledger; %s"
                .formatted(acknowledged, found, check.problems()));
      }
      return String.format(
          Locale.ROOT,
          "all %,d acknowledged choices are in the ledger once, and its log of %,d entries holds",
          acknowledged,
          check.entries());
    }
  }

  private static void step(String what, Object... arguments) {
    System.err.printf(Locale.ROOT, what + "%n", arguments);
  }
}
