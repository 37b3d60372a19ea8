package dev.demur.home;

import dev.demur.assist.Learned;
import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.generate.TrainedModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.guard.Guard;
import dev.demur.assist.pattern.Patterns;
import dev.demur.corpus.store.CorpusTable;
import dev.demur.learn.adapter.MergedAdapter;
import dev.demur.learn.base.Base;
import dev.demur.learn.model.Generator;
import dev.demur.learn.tensor.Workers;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.trace.Segment;
import dev.demur.trace.TraceIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/* Requests go on while a removal runs, so what they wait for must be short. When a removal begins,
nothing is read but the list of who leaves: what was found of each member is kept apart and is left
out. When it ends, only the buckets, segments and weights that it replaced are read again. */

/// Reads what suggestions take from members' data, and reads only what has changed when it is asked
/// again. Keeps nothing of a member whose rows have gone. Not thread-safe.
final class Lessons {
  private final Home home;
  private final Supplier<Path> base;
  private SortedMap<Integer, Bucket> buckets = new TreeMap<>();
  private Map<Path, Kept<Segment>> segments = Map.of();
  private Optional<Kept<Terms>> catalogued = Optional.empty();
  private Optional<Base> loadedBase = Optional.empty();
  private Kept<Optional<LanguageModel>> model = new Kept<>("", Optional.empty());

  /// @param base where the base model is; asked only when something has been trained
  Lessons(Home home, Supplier<Path> base) {
    this.home = home;
    this.base = base;
  }

  /// Something that was read, with what says whether it is still the same.
  private record Kept<T>(String stamp, T value) {}

  /// What was found of one member.
  private record Found(Patterns.Share share, Set<String> names) {}

  /// What was found of the members of one bucket of the corpus.
  private record Bucket(String stamp, SortedMap<MemberId, Found> members) {}

  Learned read() throws IOException {
    Set<MemberId> leaving = Forgetting.leaving(home);
    readCorpus();
    List<Patterns.Share> shares = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Bucket bucket : buckets.values()) {
      bucket
          .members()
          .forEach((member, found) -> {
            if (!leaving.contains(member)) {
              shares.add(found.share());
              names.addAll(found.names());
            }
          });
    }
    return new Learned(
        index(leaving), model(), Patterns.of(shares, Guard.MEMBERS), catalogued().and(names));
  }

  private Terms catalogued() {
    String stamp = HomeTaxonomies.stamp(home);
    if (catalogued.filter(known -> known.stamp().equals(stamp)).isEmpty()) {
      catalogued = Optional.of(new Kept<>(stamp, Terms.of(HomeTaxonomies.statements(home))));
    }
    return catalogued.orElseThrow().value();
  }

  private void readCorpus() {
    SortedMap<Integer, String> known = new TreeMap<>();
    buckets.forEach((number, bucket) -> known.put(number, bucket.stamp()));
    CorpusTable corpus = home.corpus();
    if (!corpus.stamps().equals(Optional.of(known))) {
      Changed changed = new Changed();
      corpus.scanBuckets(changed);
      buckets = changed.all;
    }
  }

  /// Reads the buckets whose rows are others than before.
  private final class Changed implements CorpusTable.BucketVisitor {
    private final SortedMap<Integer, Bucket> all = new TreeMap<>();
    private SortedMap<MemberId, Found> members = new TreeMap<>();

    @Override
    public boolean wants(int number, String stamp) {
      Bucket known = buckets.get(number);
      if (known != null && known.stamp().equals(stamp)) {
        all.put(number, known);
        return false;
      }
      members = new TreeMap<>();
      all.put(number, new Bucket(stamp, members));
      return true;
    }

    @Override
    public void holder(MemberId holder, List<CorpusRow> rows) {
      members.put(holder, new Found(Patterns.share(rows), Terms.namesIn(rows.stream())));
    }
  }

  private TraceIndex index(Set<MemberId> leaving) throws IOException {
    Map<Path, Kept<Segment>> opened = new HashMap<>();
    for (Path file : Tracing.files(home)) {
      String stamp = stampOf(file);
      Kept<Segment> known = segments.get(file);
      opened.put(
          file,
          known != null && known.stamp().equals(stamp)
              ? known
              : new Kept<>(stamp, Segment.open(file)));
    }
    segments = opened;
    TraceIndex index = new TraceIndex();
    index.publish(opened.values().stream().map(Kept::value).toList(), leaving);
    return index;
  }

  private Optional<LanguageModel> model() throws IOException {
    Path merged = new Artefacts(home.layout()).merged();
    boolean trained = Snapshots.trained(home).isPresent() && Files.exists(merged);
    String stamp = trained ? stampOf(merged) : "";
    if (!stamp.equals(model.stamp())) {
      model = new Kept<>(stamp, trained ? Optional.of(load(merged)) : Optional.empty());
    }
    return model.value();
  }

  private LanguageModel load(Path merged) throws IOException {
    if (loadedBase.isEmpty()) {
      loadedBase = Optional.of(Base.load(base.get()));
    }
    Base known = loadedBase.get();
    try (Workers workers = Workers.of(1)) {
      return new TrainedModel(
          new Generator(MergedAdapter.load(merged).into(known, workers)), known.tokenizer());
    }
  }

  private static String stampOf(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toString() + " " + Files.size(file);
  }
}
