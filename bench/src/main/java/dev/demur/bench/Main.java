package dev.demur.bench;

import dev.demur.bench.Benchmark.Effort;
import dev.demur.bench.Benchmark.Report;
import dev.demur.bench.Benchmark.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Runs benchmarks by name; none named means all of them. `demur bench` starts this in a process of
/// its own, with the peers on its class path.
///
/// `--list` names them, `--short` measures less long, `--json` prints one JSON object a line.
public final class Main {
  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    boolean json = names.remove("--json");
    Effort effort = names.remove("--short") ? Effort.SHORT : Effort.FULL;
    if (names.remove("--list")) {
      Benchmarks.ALL.forEach(
          each -> System.out.printf(Locale.ROOT, "%-10s %s%n", each.name(), each.description()));
      return;
    }
    List<Benchmark> chosen = new ArrayList<>(names.isEmpty() ? Benchmarks.ALL : List.of());
    for (String name : names) {
      var found = Benchmarks.named(name);
      if (found.isEmpty()) {
        System.err.printf(
            "no benchmark is called %s; there are %s%n",
            name, Benchmarks.ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")));
        System.exit(USAGE);
      }
      chosen.add(found.get());
    }
    for (Benchmark benchmark : chosen) {
      Report report = benchmark.run(effort);
      System.out.println(json ? json(report) : text(report));
    }
  }

  private static String text(Report report) {
    var text = new StringBuilder(report.benchmark()).append('\n');
    for (Row row : report.rows()) {
      text.append(
          String.format(Locale.ROOT, "  %-46s %,18.1f %s%n", row.what(), row.value(), row.unit()));
    }
    report.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
    return text.toString();
  }

  private static String json(Report report) {
    String rows =
        report.rows().stream()
            .map(row ->
                String.format(
                    Locale.ROOT,
                    "{\"what\":%s,\"value\":%.3f,\"unit\":%s}",
                    quoted(row.what()),
                    row.value(),
                    quoted(row.unit())))
            .collect(Collectors.joining(","));
    String remarks = report.remarks().stream().map(Main::quoted).collect(Collectors.joining(","));
    return "{\"benchmark\":%s,\"rows\":[%s],\"remarks\":[%s]}"
        .formatted(quoted(report.benchmark()), rows, remarks);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
