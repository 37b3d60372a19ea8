package dev.demur.home;

import dev.demur.assist.embed.TextVectors;
import dev.demur.learn.adapter.AdapterProgress;
import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.adapter.AdapterTraining;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.Merge;
import dev.demur.learn.adapter.SliceGate;
import dev.demur.learn.adapter.SliceId;
import dev.demur.learn.adapter.SliceRows;
import dev.demur.learn.base.Base;
import dev.demur.learn.statistics.CareerStatistics;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.trace.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Makes everything that is derived from the corpus: adapters, their mean, trace segments,
/// statistics.
///
/// What already is what its inputs say is kept, so this is also how a removal is finished and how a
/// killed training goes on. The caller holds the job lock.
final class Making {
  private final Home home;
  private final Base base;
  private final Assignment assignment;
  private final HomeLayout target;
  private final Artefacts artefacts;
  private final Seals seals;
  private final Progress progress;

  Making(Home home, Base base, TrainedState state, Progress progress) {
    this(home, base, state, home.layout(), progress);
  }

  /// @param target where the files go; another place than the home's for a check
  Making(Home home, Base base, TrainedState state, HomeLayout target, Progress progress) {
    this.home = home;
    this.base = base;
    this.assignment = new Assignment(home.assignmentKey(), state.shards(), state.slices());
    this.target = target;
    this.artefacts = new Artefacts(target);
    this.seals = new Seals(target, assignment, base.sha256());
    this.progress = progress;
  }

  Assignment assignment() {
    return assignment;
  }

  /// What a making did.
  ///
  /// @param documents rows with text, of shards that were looked into
  /// @param duplicates how many of them were left out as near-duplicates
  record Made(int trained, int kept, long documents, long duplicates, long tokens) {}

  /// Looks into every shard.
  Made make(Material material, SliceGate gate, int threads) throws IOException {
    return make(material, gate, threads, Set.of());
  }

  /// Shards in which nothing has changed since they were made, by their seals.
  Set<Integer> intact(Material material) throws IOException {
    return seals.intact(material.leaves());
  }

  /// Looks into all shards but those that are intact.
  ///
  /// @param material with the texts of the other shards at least
  Made make(Material material, SliceGate gate, int threads, Set<Integer> intact)
      throws IOException {
    seals.breakAllBut(intact);
    List<SliceId> open =
        assignment.all().stream().filter(slice -> !intact.contains(slice.shard())).toList();
    List<CorpusRow> texts =
        material.texts().stream()
            .filter(row -> !intact.contains(assignment.sliceOf(row.member()).shard()))
            .toList();
    var slices = Deduplicating.run(assignment, assignment.spreadForTraining(texts), target.root());
    Made made = adapters(open, slices, gate, threads, texts.size());
    merge(Set.of());
    segments(open, assignment.spread(texts));
    vectors(open, material.findable());
    statistics(material.careers(), material.summary().contentRoot());
    seals.seal(shards(open), material.leaves());
    return made;
  }

  private static Set<Integer> shards(List<SliceId> slices) {
    return slices.stream().map(SliceId::shard).collect(Collectors.toCollection(TreeSet::new));
  }

  /// Makes the checkpoints of one shard up to a slice, and nothing else.
  ///
  /// @return the file of that slice
  Path replay(SliceId last) throws IOException {
    shard(last, SliceGate.open(), new Counting(last.slice() + 1));
    return artefacts.adapter(last);
  }

  /// Makes the checkpoints of one shard, and nothing else.
  ShardWork.Done shard(int shard, SliceGate gate) throws IOException {
    Counting counting = new Counting(assignment.slices());
    shard(new SliceId(shard, assignment.slices() - 1), gate, counting);
    return new ShardWork.Done(shard, counting.trained.get(), counting.tokens.get());
  }

  private void shard(SliceId last, SliceGate gate, Counting counting) throws IOException {
    List<CorpusRow> texts = new ArrayList<>();
    home.corpus()
        .scan((holder, rows) ->
            rows.stream()
                .filter(row -> Material.isText(row) && isUpTo(last, assignment.trainedIn(row)))
                .forEach(texts::add));
    var slices = Deduplicating.run(assignment, assignment.spreadForTraining(texts), target.root());
    new AdapterTraining(base, AdapterSettings.standard(), assignment, target.adapters())
        .make(List.of(last.shard()), SliceRows.of(slices), gate, counting, 1);
  }

  private static boolean isUpTo(SliceId last, SliceId slice) {
    return slice.shard() == last.shard() && slice.slice() <= last.slice();
  }

  private Made adapters(
      List<SliceId> open,
      SortedMap<SliceId, List<CorpusRow>> slices,
      SliceGate gate,
      int threads,
      long documents)
      throws IOException {
    int all = assignment.all().size();
    Counting counting = new Counting(all);
    counting.kept.set(all - open.size());
    AdapterTraining training =
        new AdapterTraining(base, AdapterSettings.standard(), assignment, target.adapters());
    training.sweep();
    training.make(shards(open), SliceRows.of(slices), gate, counting, threads);
    long kept = slices.values().stream().mapToLong(List::size).sum();
    return new Made(
        counting.trained.get(),
        counting.kept.get(),
        documents,
        documents - kept,
        counting.tokens.get());
  }

  /// Publishes the mean of the shards' adapters.
  ///
  /// @param without shards that must not be in it, while a member of theirs is being removed
  void merge(Set<Integer> without) throws IOException {
    Merge merge = new Merge(base, AdapterSettings.standard(), assignment, target.adapters());
    Files.createDirectories(target.merged());
    if (without.isEmpty()) {
      merge.publish(artefacts.merged());
    } else {
      merge.publishWithout(without, artefacts.merged());
    }
  }

  private void segments(List<SliceId> open, SortedMap<SliceId, List<CorpusRow>> slices)
      throws IOException {
    artefacts.sweepSegments(assignment.all());
    for (int i = 0; i < open.size(); i++) {
      List<CorpusRow> rows = slices.getOrDefault(open.get(i), List.of());
      var file = artefacts.segment(open.get(i));
      if (!Segment.isCurrent(file, rows)) {
        Files.createDirectories(file.getParent());
        Segment.write(file, rows);
      }
      progress.at("indexing", i + 1, open.size());
    }
  }

  private void vectors(List<SliceId> open, SortedMap<MemberId, String> findable)
      throws IOException {
    Map<SliceId, List<String>> bySlice = new HashMap<>();
    findable.forEach((member, text) ->
        bySlice.computeIfAbsent(assignment.sliceOf(member), slice -> new ArrayList<>()).add(text));
    artefacts.sweepVectors(assignment.all());
    long[] done = {0};
    for (SliceId slice : open) {
      List<String> texts = bySlice.getOrDefault(slice, List.of());
      TextVectors.make(
          artefacts.vectors(slice),
          texts,
          MemberSearch::embedder,
          fresh -> progress.at("embedding", done[0] + fresh, 0));
      done[0] += texts.size();
    }
  }

  private void statistics(CareerStatistics careers, String contentRoot) throws IOException {
    Files.createDirectories(target.statistics());
    careers.write(artefacts.statistics(), contentRoot);
  }

  /// Counts slices and tokens, and passes them on.
  private final class Counting implements AdapterProgress {
    private final int slices;
    private final AtomicInteger trained = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicLong tokens = new AtomicLong();

    Counting(int slices) {
      this.slices = slices;
    }

    @Override
    public void kept(SliceId slice) {
      kept.incrementAndGet();
      tell();
    }

    @Override
    public void trained(SliceId slice, int members, long learnt, double loss) {
      trained.incrementAndGet();
      tokens.addAndGet(learnt);
      tell();
    }

    private void tell() {
      progress.at("training", trained.get() + kept.get(), slices);
    }
  }
}
