package dev.demur.home;

import dev.demur.corpus.build.CorpusBuild.Texts;
import dev.demur.corpus.store.ContentRoot;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.home.Verifying.Check;
import dev.demur.learn.adapter.SliceGate;
import dev.demur.learn.base.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Derives and trains from the stored records alone, beside the home, and compares.
final class Rederiving {
  private Rederiving() {}

  static List<Check> check(Home home, Supplier<Path> base, Progress progress) {
    Optional<Snapshot> snapshot = Snapshots.latest(home);
    if (snapshot.isEmpty()) {
      return List.of(new Check("corpus", true, "nothing has been built"));
    }
    try (JobLock _ = home.lock()) {
      List<Check> checks = new ArrayList<>();
      checks.add(corpus(home, snapshot.get()));
      if (Snapshots.trained(home).isPresent()) {
        checks.addAll(models(home, Base.load(base.get()), progress));
      }
      return checks;
    } catch (IOException e) {
      throw new UncheckedIOException("the check could not read or write: " + e.getMessage(), e);
    }
  }

  private static Check corpus(Home home, Snapshot snapshot) {
    Deriving deriving = Deriving.again(home, snapshot, new TreeSet<>());
    ContentRoot root = new ContentRoot();
    deriving.again(
        home.corpus().holders(),
        Texts.ALL_ANEW,
        holder ->
            root.add(
                holder.now().stream().map(CorpusEntry::row).flatMap(Optional::stream).toList()));
    return compare("corpus", root.value(), home.corpus().contentRoot());
  }

  private static List<Check> models(Home home, Base base, Progress progress) throws IOException {
    try (Beside beside = Beside.of(home)) {
      TrainedState state = Snapshots.trained(home).orElseThrow();
      new Making(home, base, state, beside.layout(), progress)
          .make(Material.of(home), SliceGate.open(), Runtime.getRuntime().availableProcessors());
      Roots now = Roots.of(home);
      Roots anew = Roots.of(home, beside.layout());
      return List.of(
          compare("adapters", anew.adapters(), now.adapters()),
          compare("merged model", anew.merged(), now.merged()),
          compare("trace", anew.trace(), now.trace()),
          compare("search", anew.search(), now.search()),
          compare("statistics", anew.statistics(), now.statistics()));
    }
  }

  private static Check compare(String name, Object anew, Object now) {
    boolean equal = anew.equals(now);
    return new Check(
        name, equal, equal ? "equal, byte for byte" : "computed anew: " + anew + ", here: " + now);
  }
}
