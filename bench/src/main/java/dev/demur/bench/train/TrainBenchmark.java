package dev.demur.bench.train;

import dev.demur.bench.Benchmark;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.GenerationSettings;
import dev.demur.learn.model.Generator;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.TokenFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tokens a second that are trained on, beside PyTorch from the same weights on the same batches;
/// tokens a second that are written; and how much of the core's arithmetic is used.
public final class TrainBenchmark implements Benchmark {
  private static final int BATCHES = 8;
  private static final int CHECKED_STEPS = 5;

  /// Nats by which the two may differ after some steps: they add in different orders.
  private static final double TOLERANCE = 2e-3;

  private static final double GIGA = 1e9;

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String description() {
    return "tokens a second in training and generation, at 1M to 10M parameters; PyTorch beside it";
  }

  @Override
  public Report run(Effort effort) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    addArithmetic(rows);
    rows.add(new Row("generation at 3M", generation(effort), "tokens/CPU-s"));
    if (PyTorchContestant.isAvailable()) {
      for (ModelSize size : ModelSize.values()) {
        for (Mode mode : Mode.values()) {
          for (int threads = 1; threads <= 2; threads++) {
            addRace(size, mode, threads, effort, rows);
          }
        }
      }
      remarks.add(
          "PyTorch 2.7.1 through DJL, TorchScript, 32-bit floats, from the same weights on the same"
              + " batches; losses are compared before the clock runs");
    } else {
      remarks.add("PyTorch's library is for Linux on x86-64, so there is no peer here");
    }
    remarks.add(
        "%d sequences of %d tokens a step; turn by turn, the best turn of each"
            .formatted(ModelSize.SEQUENCES, ModelSize.CONTEXT));
    return new Report(name(), rows, remarks);
  }

  private static void addArithmetic(List<Row> rows) {
    double peak = Arithmetic.peak();
    rows.add(new Row("most that one core does", peak / GIGA, "GFLOP/CPU-s"));
    for (ModelSize size : ModelSize.values()) {
      int inputs = size.config().hiddenSize();
      int outputs = size.config().intermediateSize();
      double product = Arithmetic.product(ModelSize.TOKENS, inputs, outputs);
      rows.add(
          new Row(
              "matrix product %d x %d x %d".formatted(ModelSize.TOKENS, inputs, outputs),
              100 * product / peak,
              "% of it"));
    }
  }

  private static double generation(Effort effort) {
    Generator generator = new Generator(LlamaModel.initialise(ModelSize.THREE.config(), 1));
    GenerationSettings settings =
        new GenerationSettings(ModelSize.CONTEXT - 1, 0.8, 40, 1, Set.of());
    double best = 0;
    for (int round = 0; round < (effort == Effort.FULL ? 10 : 4); round++) {
      long cpu = Race.cpuNanos();
      long tokens = 0;
      for (int text = 0; text < 10; text++) {
        tokens += generator.generate(new int[] {1}, settings, TokenFilter.all()).tokens().size();
      }
      best = Math.max(best, tokens * GIGA / (Race.cpuNanos() - cpu));
    }
    return best;
  }

  private static void addRace(ModelSize size, Mode mode, int threads, Effort effort, List<Row> rows)
      throws IOException {
    LlamaModel model = LlamaModel.initialise(size.config(), ModelSize.SEED);
    List<Batch> batches = size.batches(BATCHES);
    boolean full = effort == Effort.FULL;
    Race race = full ? new Race(batches, 3, 1, 8) : new Race(batches, 1, 0.3, 4);
    String what = size.words() + " " + mode.words() + ", ";
    try (Contestant ours = new DemurContestant(model, mode, threads);
        Contestant theirs = new PyTorchContestant(model, mode, threads)) {
      checkLosses(ours, theirs, batches);
      List<Race.Result> results = race.run(List.of(ours, theirs));
      System.err.println(what + threads + " threads: " + results);
      if (threads == 1) {
        double demur = results.get(0).perCpuSecond();
        double peer = results.get(1).perCpuSecond();
        addRows(rows, what + "one thread", demur, peer, "tokens/CPU-s");
      } else {
        double demur = results.get(0).perSecond();
        double peer = results.get(1).perSecond();
        addRows(rows, what + threads + " threads", demur, peer, "tokens/s");
      }
    }
  }

  private static void addRows(List<Row> rows, String what, double demur, double peer, String unit) {
    rows.add(new Row(what + ", Demur", demur, unit));
    rows.add(new Row(what + ", PyTorch", peer, unit));
    rows.add(new Row(what + ", ratio", demur / peer, "times"));
  }

  /// Both must learn the same, or the race is not one.
  private static void checkLosses(Contestant ours, Contestant theirs, List<Batch> batches) {
    for (int step = 0; step < CHECKED_STEPS; step++) {
      double our = ours.step(batches.get(step));
      double their = theirs.step(batches.get(step));
      if (!(Math.abs(our - their) < TOLERANCE)) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "in step %d our loss is %.5f and PyTorch's %.5f: they do not train alike",
                step,
                our,
                their));
      }
    }
  }
}
