package dev.demur.bench.decide;

import dev.demur.bench.Benchmark;
import dev.demur.bench.ProcessCpu;
import dev.demur.program.CaseWriter;
import dev.demur.program.DecideBatch;
import dev.demur.program.Program;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Cases a second from a file of JSON Lines to another, as `demur decide --batch` does it.
public final class BatchBenchmark implements Benchmark {
  private static final int THREADS = 2;
  private static final long SEED = 7;

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public String description() {
    return "cases a second end to end, JSON Lines in and out, on two cores";
  }

  @Override
  public Report run(Effort effort) throws IOException {
    int cases = effort == Effort.FULL ? 1_000_000 : 200_000;
    Path folder = Files.createTempDirectory("demur-bench");
    Path in = folder.resolve("cases.jsonl");
    Path out = folder.resolve("answers.jsonl");
    try {
      write(in, cases);
      var batch = new DecideBatch(Program.shipped("linkedin-2025").orElseThrow(), THREADS);
      decide(batch, in, out);
      double best = 0;
      double bestOfCpu = 0;
      for (int round = 0; round < 5; round++) {
        long cpu = ProcessCpu.nanos();
        long start = System.nanoTime();
        long decided = decide(batch, in, out);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (ProcessCpu.nanos() - cpu) / 1e9;
        best = Math.max(best, decided / seconds);
        bestOfCpu = Math.max(bestOfCpu, decided / cpuSeconds);
      }
      return new Report(
          name(),
          List.of(
              new Row("end to end, two threads, best of five", best, "cases/s"),
              new Row("for each second of CPU", bestOfCpu, "cases/CPU-s"),
              new Row("two quiet cores would do", THREADS * bestOfCpu, "cases/s")),
          List.of(
              "%,d cases of %,d bytes on average, read from and written to a file"
                  .formatted(cases, Files.size(in) / cases)));
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
      Files.deleteIfExists(folder);
    }
  }

  private static void write(Path file, int cases) throws IOException {
    var mix = new DecisionMix(SEED);
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int i = 0; i < cases; i++) {
        DecisionMix.Case given = mix.nextCase();
        lines.write(
            CaseWriter.write("c" + i, given.use(), given.record(), given.members(), given.at()));
        lines.newLine();
      }
    }
  }

  private static long decide(DecideBatch batch, Path in, Path out) throws IOException {
    try (InputStream source = new BufferedInputStream(Files.newInputStream(in), 1 << 20);
        OutputStream target = new BufferedOutputStream(Files.newOutputStream(out), 1 << 20)) {
      return batch.run(source, target).decided();
    }
  }
}
