package dev.demur.bench.assist;

import dev.demur.assist.career.Match;
import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.bench.Latencies;
import dev.demur.bench.ProcessCpu;
import dev.demur.home.Home;
import dev.demur.home.Matchmaking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How soon members are found for a job among 100,000: query, search, decisions of the program and
/// reasons of each match.
public final class MatchBenchmark implements Benchmark {
  private static final int COMPARED = 60;
  private static final List<Integer> LOOKED = List.of(200, 1_000);
  private static final int JOBS = 300;
  private static final int WARM_UPS = 5;
  private static final int FOUND = 10;

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String description() {
    return "members found for a job, by words, meaning, choices and reasons";
  }

  @Override
  public Report run(Effort effort) throws Exception {
    int crowd = effort == Effort.FULL ? 100_000 : 10_000;
    List<Row> rows = new ArrayList<>();
    Path folder = Files.createTempDirectory("demur-bench-match");
    try {
      AssistBenchmark.step("a crowd of %,d members", crowd);
      try (Home home = Crowd.in(folder.resolve("crowd"), crowd)) {
        measure(home, rows);
      }
    } finally {
      Folders.delete(folder);
    }
    return new Report(
        name(),
        rows,
        List.of(
            String.format(
                Locale.ROOT,
                "%,d jobs after %,d to warm up, each another text, among %,d members",
                JOBS,
                WARM_UPS * JOBS,
                crowd)));
  }

  private static void measure(Home home, List<Row> rows) {
    Matchmaking matchmaking = new Matchmaking(home);
    AssistBenchmark.step("opening the index, and warming up");
    long start = System.nanoTime();
    matchmaking.members(Crowd.jobs(1, 0).getFirst(), FOUND);
    rows.add(new Row("index opened", (System.nanoTime() - start) / 1e6, "ms"));
    Crowd.jobs(WARM_UPS * JOBS, 1).forEach(job -> matchmaking.members(job, FOUND));
    AssistBenchmark.step("matching");
    Latencies asked = new Latencies();
    double cpu = ProcessCpu.seconds();
    for (var job : Crowd.jobs(JOBS, 2)) {
      long begun = System.nanoTime();
      matchmaking.members(job, FOUND);
      asked.add(System.nanoTime() - begun);
    }
    cpu = ProcessCpu.seconds() - cpu;
    rows.add(new Row("matching, median", asked.millis(0.5), "ms"));
    rows.add(new Row("matching, p99", asked.millis(0.99), "ms"));
    rows.add(new Row("matching, slowest", asked.millis(1), "ms"));
    rows.add(new Row("matching, CPU for each", 1e3 * cpu / asked.count(), "ms"));
    AssistBenchmark.step("the same, with more of the nearest looked at");
    for (int looked : LOOKED) {
      rows.add(
          new Row(
              "of the first ten, also when %,d are looked at".formatted(looked),
              100 * agreement(matchmaking, looked),
              "%"));
    }
  }

  /// The share of the first ten of the product that stands among the first ten as well when more of
  /// the nearest are looked at.
  private static double agreement(Matchmaking matchmaking, int looked) {
    int same = 0;
    int all = 0;
    for (var job : Crowd.jobs(COMPARED, 2)) {
      Set<String> more = ids(matchmaking.members(job, FOUND, looked));
      all += more.size();
      Set<String> usual = ids(matchmaking.members(job, FOUND));
      usual.retainAll(more);
      same += usual.size();
    }
    return all == 0 ? 1 : (double) same / all;
  }

  private static Set<String> ids(List<Match> found) {
    return found.stream().map(Match::id).collect(Collectors.toCollection(HashSet::new));
  }
}
