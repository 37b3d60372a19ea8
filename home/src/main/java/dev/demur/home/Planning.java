package dev.demur.home;

import dev.demur.corpus.store.CorpusEntry;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Says what removals will cost for several numbers of shards and slices, before anything is
/// trained.
///
/// Nothing is guessed: members are drawn from the snapshot, and for each it is derived whose rows
/// change when that member leaves. From there on it is counting: a shard is replayed from the first
/// slice in which a row changes.
public final class Planning {
  private static final long SEED = 17;
  private static final int BATCHES = 200;

  private final Home home;
  private final Tokenizer tokenizer;
  private final SortedMap<MemberId, Long> tokens = new TreeMap<>();
  private final List<SortedSet<MemberId>> changed = new ArrayList<>();

  private Planning(Home home, Tokenizer tokenizer) {
    this.home = home;
    this.tokenizer = tokenizer;
  }

  /// What a choice of shards and slices would cost.
  ///
  /// @param batch requests that are worked together
  /// @param meanSlices replayed for a batch, on average
  /// @param meanTokens replayed for a batch, on average
  /// @param worstTokens replayed for the dearest batch seen
  /// @param share of a full training that one request costs, on average
  /// @param checkpoints files kept
  public record Cost(
      int shards,
      int slices,
      int batch,
      double meanSlices,
      double meanTokens,
      long worstTokens,
      double share,
      int checkpoints) {}

  /// What was found.
  ///
  /// @param members with text in the corpus
  /// @param tokens of all of it: what a full training takes
  /// @param drawn members whose removal was tried
  /// @param meanChanged how many members' rows change when one leaves, the leaver's among them
  public record Plan(int members, long tokens, int drawn, double meanChanged, List<Cost> costs) {
    public Plan {
      costs = List.copyOf(costs);
    }
  }

  /// Plans for the latest snapshot.
  ///
  /// @param draw how many members to try, at most
  /// @param shards the numbers of shards to compare
  /// @param slices the numbers of slices to compare
  /// @param batches the sizes of batches to compare
  public static Plan run(
      Home home,
      Tokenizer tokenizer,
      int draw,
      List<Integer> shards,
      List<Integer> slices,
      List<Integer> batches,
      Progress progress) {
    Snapshot snapshot =
        Snapshots.latest(home)
            .orElseThrow(() ->
                new InputRefused(
                    "there is no snapshot to plan for; run `demur build --program P` first"));
    Planning planning = new Planning(home, tokenizer);
    planning.count();
    planning.draw(snapshot, draw, progress);
    return planning.plan(shards, slices, batches);
  }

  private void count() {
    home.corpus()
        .scan((holder, rows) -> {
          long sum = rows.stream().filter(Planning::isText).mapToLong(this::tokensOf).sum();
          if (sum > 0) {
            tokens.put(holder, sum);
          }
        });
    if (tokens.isEmpty()) {
      throw new InputRefused("the corpus is empty, so that there is nothing to plan for");
    }
  }

  private static boolean isText(CorpusRow row) {
    return row.purpose() == Purpose.CONTENT_GENERATION && !row.text().isEmpty();
  }

  private long tokensOf(CorpusRow row) {
    return tokenizer.encode(row.text()).length;
  }

  private void draw(Snapshot snapshot, int draw, Progress progress) {
    List<MemberId> all = new ArrayList<>(tokens.keySet());
    Collections.shuffle(all, new Random(SEED));
    List<MemberId> drawn = all.subList(0, Math.min(draw, all.size()));
    for (MemberId member : drawn) {
      changed.add(changedBy(snapshot, member));
      progress.at("trying removals", changed.size(), drawn.size());
    }
  }

  /// Whose text rows change when a member leaves, the member among them.
  private SortedSet<MemberId> changedBy(Snapshot snapshot, MemberId member) {
    Deriving deriving = Deriving.again(home, snapshot, Set.of(member));
    SortedSet<MemberId> affected = new TreeSet<>(Set.of(member));
    for (MemberId holder : deriving.touched(Set.of(member))) {
      List<CorpusRow> had = home.corpus().of(holder).stream().filter(Planning::isText).toList();
      List<CorpusRow> has =
          deriving.again(holder).stream()
              .map(CorpusEntry::row)
              .flatMap(java.util.Optional::stream)
              .filter(Planning::isText)
              .toList();
      if (!had.equals(has)) {
        affected.add(holder);
      }
    }
    return affected;
  }

  private Plan plan(List<Integer> shards, List<Integer> slices, List<Integer> batches) {
    List<Cost> costs = new ArrayList<>();
    for (int s : shards) {
      for (int r : slices) {
        Assignment assignment = new Assignment(home.assignmentKey(), s, r);
        Map<SliceId, Long> perSlice = new HashMap<>();
        tokens.forEach((m, many) -> perSlice.merge(assignment.sliceOf(m), many, Long::sum));
        batches.forEach(batch -> costs.add(cost(assignment, perSlice, batch)));
      }
    }
    return new Plan(
        tokens.size(),
        total(),
        changed.size(),
        changed.stream().mapToInt(Set::size).average().orElse(0),
        costs);
  }

  private long total() {
    return tokens.values().stream().mapToLong(Long::longValue).sum();
  }

  private Cost cost(Assignment assignment, Map<SliceId, Long> perSlice, int batch) {
    Random random = new Random(SEED);
    int tries = batch == 1 ? changed.size() : BATCHES;
    double sum = 0;
    double slices = 0;
    long worst = 0;
    for (int i = 0; i < tries; i++) {
      Set<MemberId> affected = new TreeSet<>();
      for (int j = 0; j < batch; j++) {
        affected.addAll(changed.get(batch == 1 ? i : random.nextInt(changed.size())));
      }
      List<SliceId> again = replayed(assignment, affected);
      long replayed = again.stream().mapToLong(s -> perSlice.getOrDefault(s, 0L)).sum();
      slices += again.size();
      sum += replayed;
      worst = Math.max(worst, replayed);
    }
    double mean = sum / tries;
    return new Cost(
        assignment.shards(),
        assignment.slices(),
        batch,
        slices / tries,
        mean,
        worst,
        mean / batch / total(),
        assignment.shards() * assignment.slices());
  }

  /// All slices from the first changed one on, in every shard.
  private static List<SliceId> replayed(Assignment assignment, Set<MemberId> affected) {
    Map<Integer, Integer> first = new HashMap<>();
    affected.forEach(member -> {
      SliceId slice = assignment.sliceOf(member);
      first.merge(slice.shard(), slice.slice(), Math::min);
    });
    return assignment.all().stream()
        .filter(slice -> slice.slice() >= first.getOrDefault(slice.shard(), assignment.slices()))
        .toList();
  }
}
