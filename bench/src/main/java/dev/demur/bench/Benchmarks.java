package dev.demur.bench;

import dev.demur.bench.assist.AssistBenchmark;
import dev.demur.bench.assist.MatchBenchmark;
import dev.demur.bench.choices.ChoicesBenchmark;
import dev.demur.bench.corpus.CorpusBenchmark;
import dev.demur.bench.decide.BatchBenchmark;
import dev.demur.bench.decide.DecideBenchmark;
import dev.demur.bench.forget.ForgetBenchmark;
import dev.demur.bench.imports.ImportBenchmark;
import dev.demur.bench.trace.TraceBenchmark;
import dev.demur.bench.train.TrainBenchmark;
import java.util.List;
import java.util.Optional;

/// Every benchmark there is.
final class Benchmarks {
  static final List<Benchmark> ALL =
      List.of(
          new DecideBenchmark(),
          new BatchBenchmark(),
          new CorpusBenchmark(),
          new ImportBenchmark(),
          new TrainBenchmark(),
          new ForgetBenchmark(),
          new ChoicesBenchmark(),
          new TraceBenchmark(),
          new AssistBenchmark(),
          new MatchBenchmark());

  private Benchmarks() {}

  static Optional<Benchmark> named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
