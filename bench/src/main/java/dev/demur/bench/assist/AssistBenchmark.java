package dev.demur.bench.assist;

import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.bench.Latencies;
import dev.demur.bench.ProcessCpu;
import dev.demur.bench.assist.Typing.Stroke;
import dev.demur.home.Home;
import dev.demur.home.Suggesting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How soon the next five words are suggested, and whether 20 suggestions a second go on while a
/// removal runs: profile, model, guard and durable log of each.
public final class AssistBenchmark implements Benchmark {
  @Override
  public String name() {
    return "assist";
  }

  @Override
  public String description() {
    return "suggestions as somebody types, also while a removal runs";
  }

  /// How much is measured.
  private record Size(int members, int strokes, int seconds) {
    static Size of(Effort effort) {
      return effort == Effort.FULL ? new Size(150, 2_000, 60) : new Size(60, 400, 20);
    }
  }

  @Override
  public Report run(Effort effort) throws Exception {
    Size size = Size.of(effort);
    List<Row> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    Path folder = Files.createTempDirectory("demur-bench-assist");
    try {
      step("a trained network of %,d members", size.members());
      Path root = WritingHome.in(folder, size.members());
      complete(root, size, rows);
      tell(rows);
      step("the same over HTTP, 20 a second, while members are removed");
      UnderRemoval.run(root, size.seconds(), rows, remarks);
    } finally {
      Folders.delete(folder);
    }
    remarks.add(
        String.format(
            Locale.ROOT,
            "completion: %,d requests after as many to warm up, by members who opened the page to write before",
            size.strokes()));
    return new Report(name(), rows, remarks);
  }

  private static void complete(Path root, Size size, List<Row> rows) {
    try (Home home = WritingHome.open(root)) {
      Suggesting suggesting = new Suggesting(home, WritingHome::base);
      List<Stroke> strokes = Typing.strokes(home, 2 * size.strokes());
      step("completing");
      ask(suggesting, strokes.subList(0, size.strokes()), new Latencies());
      Latencies asked = new Latencies();
      double cpu = ProcessCpu.seconds();
      long shown = ask(suggesting, strokes.subList(size.strokes(), 2 * size.strokes()), asked);
      cpu = ProcessCpu.seconds() - cpu;
      rows.add(new Row("completion, median", asked.millis(0.5), "ms"));
      rows.add(new Row("completion, p99", asked.millis(0.99), "ms"));
      rows.add(new Row("completion, slowest", asked.millis(1), "ms"));
      rows.add(new Row("completion, CPU for each", 1e3 * cpu / asked.count(), "ms"));
      rows.add(new Row("completion, suggestions for each", (double) shown / asked.count(), ""));
    }
  }

  private static long ask(Suggesting suggesting, List<Stroke> strokes, Latencies latencies) {
    strokes.stream().map(Stroke::member).distinct().forEach(suggesting::expect);
    long shown = 0;
    long seed = 0;
    for (Stroke stroke : strokes) {
      long start = System.nanoTime();
      shown +=
          suggesting
              .complete(stroke.member(), stroke.category(), stroke.typed(), seed++)
              .suggestions()
              .size();
      latencies.add(System.nanoTime() - start);
    }
    return shown;
  }

  /// Says what has been measured so far, for whoever waits for the rest.
  static void tell(List<Row> rows) {
    rows.forEach(row -> step("  %s: %.1f %s", row.what(), row.value(), row.unit()));
  }

  static void step(String what, Object... arguments) {
    System.err.printf(Locale.ROOT, what + "%n", arguments);
  }
}
