package dev.demur.bench.forget;

import dev.demur.bench.Benchmark;
import dev.demur.bench.Folders;
import dev.demur.bench.ProcessCpu;
import dev.demur.home.Certificate;
import dev.demur.home.Forgetting;
import dev.demur.home.Planning;
import dev.demur.home.Progress;
import dev.demur.home.TrainReport;
import dev.demur.home.Training;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// What one request, and requests worked together, cost in CPU, as a share of training everything
/// again; how soon nothing depends on the member, and how soon all is restored.
///
/// The peer is what everybody else does: train on what remains, from the base. A removal is
/// measured whole, from the request to the certificate.
public final class ForgetBenchmark implements Benchmark {
  private static final List<Integer> BATCHES = List.of(8, 32);

  /// A folder in which the network is kept and, not yet trained, found again; usually none.
  private static final String FOLDER = "demur.bench.network";

  @Override
  public String name() {
    return "forget";
  }

  @Override
  public String description() {
    return "removals against training everything again, in CPU";
  }

  /// How much is measured.
  private record Size(int members, int shards, int slices) {
    static Size of(Effort effort) {
      return effort == Effort.FULL
          ? new Size(Integer.getInteger("demur.bench.members", 5_000), 16, 8)
          : new Size(200, 4, 4);
    }
  }

  @Override
  public Report run(Effort effort) throws IOException {
    Size size = Size.of(effort);
    String kept = System.getProperty(FOLDER, "");
    if (!kept.isEmpty()) {
      return measured(Path.of(kept), size);
    }
    Path folder = Files.createTempDirectory("demur-bench-forget");
    try {
      return measured(folder, size);
    } finally {
      Folders.delete(folder);
    }
  }

  private Report measured(Path folder, Size size) throws IOException {
    step("a network of %,d members: archives, import, corpus", size.members());
    Network network = Network.in(folder, size.members());
    try (var _ = network.home()) {
      return measured(network, size);
    }
  }

  private Report measured(Network network, Size size) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<Double> quarantines = new ArrayList<>();
    step("training, %d shards of %d slices", size.shards(), size.slices());
    double start = ProcessCpu.seconds();
    TrainReport trained =
        Training.run(
            network.home(),
            network.base(),
            OptionalInt.of(size.shards()),
            OptionalInt.of(size.slices()),
            2,
            Progress.NONE);
    double training = ProcessCpu.seconds() - start;
    if (trained.trained() < size.shards() * size.slices()) {
      throw new IllegalStateException("the home is trained already; give another folder");
    }
    add(rows, "training everything", training, "CPU-s");
    List<Planning.Cost> planned = planned(network, size);
    List<MemberId> leavers = new ArrayList<>(network.shuffled());
    List<MemberId> alone = network.oneOfEachSlice(leavers, size.slices());
    removals(network, alone, 1, training, planned, rows, quarantines);
    leavers.removeAll(alone);
    int from = 0;
    for (int batch : BATCHES) {
      int to = Math.min(from + batch, leavers.size());
      removals(network, leavers.subList(from, to), batch, training, planned, rows, quarantines);
      from = to;
    }
    Collections.sort(quarantines);
    add(rows, "quarantine, slowest of " + quarantines.size(), quarantines.getLast(), "s");
    add(rows, "quarantine, median", quarantines.get(quarantines.size() / 2), "s");
    return new Report(name(), rows, remarks(size, trained));
  }

  private static List<String> remarks(Size size, TrainReport trained) {
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d members, %d shards of %d slices, %,d texts (%,d near-duplicates), %,d tokens, 1.3M parameters",
            size.members(),
            size.shards(),
            size.slices(),
            trained.documents(),
            trained.duplicates(),
            trained.tokens()),
        "one request: of one member in each slice from the first to the last, since how early a member stands sets the cost",
        "a removal is measured from the request to the certificate: records, corpus, replay, trace,"
            + " search, statistics, ledger, the look for leftovers");
  }

  private static List<Planning.Cost> planned(Network network, Size size) throws IOException {
    step("planning");
    return Planning.run(
            network.home(),
            Tokenizer.load(network.base().resolve("tokenizer.json")),
            50,
            List.of(size.shards()),
            List.of(size.slices()),
            List.of(1, 8, 32),
            Progress.NONE)
        .costs();
  }

  /// Removes all of these members, so many at a time.
  private static void removals(
      Network network,
      List<MemberId> members,
      int batch,
      double training,
      List<Planning.Cost> planned,
      List<Row> rows,
      List<Double> quarantines) {
    Forgetting forgetting = new Forgetting(network.home(), network::base, Progress.NONE);
    double cpu = 0;
    double slowest = 0;
    int slices = 0;
    for (int at = 0; at < members.size(); at += batch) {
      List<MemberId> leaving = members.subList(at, Math.min(at + batch, members.size()));
      step("removing %d of %d", at + leaving.size(), members.size());
      for (MemberId member : leaving) {
        quarantines.add(forgetting.quarantine(Set.of(member), false).quarantineSeconds());
      }
      double start = ProcessCpu.seconds();
      Certificate done = forgetting.forget(new TreeSet<>(leaving), false);
      double spent = ProcessCpu.seconds() - start;
      cpu += spent;
      step("%d slices, %.1f CPU-s, %.1f s", done.slicesTrained(), spent, done.seconds());
      slowest = Math.max(slowest, done.seconds());
      slices += done.slicesTrained();
    }
    String what = batch == 1 ? "one request" : "a request, " + batch + " together";
    double share =
        planned.stream().filter(c -> c.batch() == batch).findFirst().orElseThrow().share();
    add(rows, what + ", mean", cpu / members.size(), "CPU-s");
    add(rows, what + ": cheaper than training by", training * members.size() / cpu, "times");
    add(rows, what + ": as planned, replay alone", 1 / share, "times");
    add(rows, what + ": slices replayed", (double) slices / members.size(), "slices");
    add(rows, what + ": slowest until restored", slowest, "s");
  }

  /// Takes a figure down, and tells it at once: the whole takes long.
  private static void add(List<Row> rows, String what, double value, String unit) {
    rows.add(new Row(what, value, unit));
    step("%s: %,.2f %s", what, value, unit);
  }

  private static void step(String what, Object... arguments) {
    System.err.printf(Locale.ROOT, what + "%n", arguments);
  }
}
