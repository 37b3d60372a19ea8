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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final SortedMap<MemberId, Share> tokens = new TreeMap<>();
  private final List<SortedSet<Changed>> changed = new ArrayList<>();

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

  /// What one member gives to training, in tokens.
  ///
  /// @param aboutOthers in rows that go with others as well
  private record Share(long own, long aboutOthers) {
    long all() {
      return own + aboutOthers;
    }
  }

  /// Whose rows change.
  ///
  /// @param own whether any of them is trained on in the member's own slice
  private record Changed(MemberId member, boolean own) implements Comparable<Changed> {
    private static final Comparator<Changed> ORDER =
        Comparator.comparing(Changed::member).thenComparing(Changed::own);

    @Override
    public int compareTo(Changed other) {
      return ORDER.compare(this, other);
    }
  }

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
          Share share = new Share(tokensOf(rows, false), tokensOf(rows, true));
          if (share.all() > 0) {
            tokens.put(holder, share);
          }
        });
    if (tokens.isEmpty()) {
      throw new InputRefused("the corpus is empty, so that there is nothing to plan for");
    }
  }

  private static boolean isText(CorpusRow row) {
    return row.purpose() == Purpose.CONTENT_GENERATION && !row.text().isEmpty();
  }

  private long tokensOf(List<CorpusRow> rows, boolean aboutOthers) {
    return rows.stream()
        .filter(row -> isText(row) && Assignment.isAboutOthers(row) == aboutOthers)
        .mapToLong(row -> tokenizer.encode(row.text()).length)
        .sum();
  }

  private void draw(Snapshot snapshot, int draw, Progress progress) {
    List<MemberId> all = new ArrayList<>(tokens.keySet());
    Collections.shuffle(all, new Random(SEED));
    List<MemberId> drawn = all.subList(0, Math.min(draw, all.size()));
    Deriving.Known known = Deriving.Known.of(home, snapshot);
    SortedMap<MemberId, Set<MemberId>> naming = home.records().holdersNamingEach(Set.copyOf(drawn));
    for (MemberId member : drawn) {
      changed.add(changedBy(known, member, naming.getOrDefault(member, new TreeSet<>())));
      progress.at("trying removals", changed.size(), drawn.size());
    }
  }

  /// Whose text rows change when a member leaves, the member among them.
  private SortedSet<Changed> changedBy(
      Deriving.Known known, MemberId member, Set<MemberId> naming) {
    Set<MemberId> leaving = Set.of(member);
    Deriving deriving = known.without(leaving);
    SortedSet<Changed> affected = new TreeSet<>(Set.of(new Changed(member, true)));
    deriving.again(
        deriving.touched(leaving, naming),
        holder -> {
          Set<CorpusRow> differing = difference(texts(holder.had()), texts(holder.now()));
          if (!differing.isEmpty()) {
            boolean own = !differing.stream().allMatch(Assignment::isAboutOthers);
            affected.add(new Changed(holder.holder(), own));
          }
        });
    return affected;
  }

  private static Set<CorpusRow> difference(List<CorpusRow> had, List<CorpusRow> has) {
    Set<CorpusRow> differing = new HashSet<>(had);
    has.forEach(row -> {
      if (!differing.remove(row)) {
        differing.add(row);
      }
    });
    return differing;
  }

  private static List<CorpusRow> texts(List<CorpusEntry> entries) {
    return entries.stream()
        .map(CorpusEntry::row)
        .flatMap(Optional::stream)
        .filter(Planning::isText)
        .toList();
  }

  private Plan plan(List<Integer> shards, List<Integer> slices, List<Integer> batches) {
    List<Cost> costs = new ArrayList<>();
    for (int s : shards) {
      for (int r : slices) {
        Assignment assignment = new Assignment(home.assignmentKey(), s, r);
        Map<SliceId, Long> perSlice = new HashMap<>();
        tokens.forEach((member, share) -> {
          perSlice.merge(assignment.sliceOf(member), share.own(), Long::sum);
          perSlice.merge(lastOf(assignment, member), share.aboutOthers(), Long::sum);
        });
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
    return tokens.values().stream().mapToLong(Share::all).sum();
  }

  private Cost cost(Assignment assignment, Map<SliceId, Long> perSlice, int batch) {
    Random random = new Random(SEED);
    int tries = batch == 1 ? changed.size() : BATCHES;
    double sum = 0;
    double slices = 0;
    long worst = 0;
    for (int i = 0; i < tries; i++) {
      Set<Changed> affected = new TreeSet<>();
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
  private static List<SliceId> replayed(Assignment assignment, Set<Changed> affected) {
    Map<Integer, Integer> first = new HashMap<>();
    affected.forEach(each -> {
      SliceId slice =
          each.own() ? assignment.sliceOf(each.member()) : lastOf(assignment, each.member());
      first.merge(slice.shard(), slice.slice(), Math::min);
    });
    return assignment.all().stream()
        .filter(slice -> slice.slice() >= first.getOrDefault(slice.shard(), assignment.slices()))
        .toList();
  }

  private static SliceId lastOf(Assignment assignment, MemberId member) {
    return new SliceId(assignment.sliceOf(member).shard(), assignment.slices() - 1);
  }
}
