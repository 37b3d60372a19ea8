package dev.demur.bench.decide;

import dev.demur.bench.Benchmark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Decisions a second on one core, beside Cedar and SAPL under the same rules in the same run.
public final class DecideBenchmark implements Benchmark {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Override
  public String name() {
    return "decide";
  }

  @Override
  public String description() {
    return "decisions a second on one core, and bytes allocated for each; Cedar and SAPL beside it";
  }

  @Override
  public Report run(Effort effort) throws RunnerException {
    int rounds = effort == Effort.FULL ? 5 : 2;
    TimeValue each = TimeValue.milliseconds(effort == Effort.FULL ? 2000 : 700);
    var options =
        new OptionsBuilder()
            .include(DecideHarness.class.getName() + ".*")
            .forks(1)
            .threads(1)
            .warmupIterations(rounds)
            .warmupTime(each)
            .measurementIterations(rounds)
            .measurementTime(each)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    CpuMeter.Reading demur = perCpuSecond(effort);
    return report(new Runner(options).run(), demur);
  }

  /// The same again for each second of CPU, which other work on the machine does not disturb.
  private static CpuMeter.Reading perCpuSecond(Effort effort) {
    var arrays = new DecideHarness.Arrays();
    arrays.fill();
    var harness = new DecideHarness();
    return CpuMeter.measure(
        () -> harness.demur(arrays),
        4L * DecideHarness.RECORDS,
        Duration.ofSeconds(effort == Effort.FULL ? 5 : 2));
  }

  private static Report report(Collection<RunResult> results, CpuMeter.Reading cpu) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Demur, for each second of CPU", cpu.perSecond(), "decisions/CPU-s"));
    rows.add(new Row("Demur, allocated by its thread", cpu.bytesEach(), "bytes a decision"));
    for (String who : List.of("demur", "demurOneByOne", "cedar", "sapl")) {
      rows.add(new Row(words(who), score(results, who), "decisions/s on one core"));
    }
    rows.add(
        new Row(
            "Demur, allocated, as JMH counts (its own included)",
            allocated(results, "demur"),
            "bytes a decision"));
    double demur = score(results, "demur");
    rows.add(new Row("Demur to Cedar", demur / score(results, "cedar"), "times"));
    rows.add(new Row("Demur to SAPL", demur / score(results, "sapl"), "times"));
    return new Report(
        "decide",
        rows,
        List.of(
            "program linkedin-2025; %,d records by %,d members for four uses, in arrays"
                .formatted(DecideHarness.RECORDS, DecideHarness.MEMBERS),
            "Cedar (cedar-java 4.10.0, policies cached) and SAPL (embedded, 3.0.0) answer %,d cases"
                    .formatted(DecideHarness.PEER_CASES)
                + " whose questions are made up before the clock runs; all answers are equal"));
  }

  private static String words(String who) {
    return switch (who) {
      case "demur" -> "Demur, records in arrays";
      case "demurOneByOne" -> "Demur, one by one from objects";
      case "cedar" -> "Cedar";
      default -> "SAPL";
    };
  }

  private static RunResult resultOf(Collection<RunResult> results, String who) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + who))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JMH has no result of " + who));
  }

  private static double score(Collection<RunResult> results, String who) {
    return resultOf(results, who).getPrimaryResult().getScore();
  }

  @SuppressWarnings("rawtypes") // JMH gives its secondary results so
  private static double allocated(Collection<RunResult> results, String who) {
    return resultOf(results, who).getSecondaryResults().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(ALLOCATED))
        .map(entry -> entry.getValue())
        .mapToDouble(Result::getScore)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JMH did not measure " + ALLOCATED));
  }
}
