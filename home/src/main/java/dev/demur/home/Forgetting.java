package dev.demur.home;

import dev.demur.corpus.build.CorpusSummary;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.RecordIntake;
import dev.demur.home.RemovalState.Step;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.base.Base;
import dev.demur.learn.file.Sha256;
import dev.demur.ledger.Erasure;
import dev.demur.ledger.Event;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/*
 * The way out, in two phases.
 *
 * Quarantine: the plan is written, and the merged model is published anew without the shards of those who leave. From
 * then on nothing that is served depends on them: the mean has no shard of theirs, and the trace passes over their
 * records. This takes a fraction of a second, whatever the size of the model's training.
 *
 * Restore: rows of the members go, and rows of others that named them are derived anew, with the members as strangers, in
 * one commit. Then everything is made again: checkpoints whose inputs still match are kept, the others are trained,
 * which is the replay from before the member's first slice. Last, ledger keys are destroyed, bytes are purged, and the
 * plan is deleted.
 *
 * Every step may be repeated. Killed at any instant, the plan says what is to be done, and whoever next changes the home
 * does it first.
 *
 * A removal is never weaker than the ledger: whoever has said no since the snapshot is left out of the replay as well.
 */

/// Removes members from data, indexes and weights, as if they had never been there.
public final class Forgetting {
  /// How often choices that arrive during a replay may start it over.
  private static final int MAX_ROUNDS = 100;

  /// The kind of the log's entry that certifies a removal.
  public static final String CERTIFIED = "removal-certified";

  /// Who is named for the steps that no human takes.
  private static final String BY = "demur";

  private final Home home;
  private final Supplier<Path> base;
  private final RemovalWatch progress;
  private final JsonFile<RemovalPlan> planFile;

  /// @param base where the base model is; asked only when something has been trained
  public Forgetting(Home home, Supplier<Path> base, Progress progress) {
    this.home = home;
    this.base = base;
    this.progress = new RemovalWatch(home, progress);
    this.planFile = RemovalWatch.plan(home);
  }

  /// Enters a removal as begun, to be finished by whichever job comes next.
  static void begin(Home home, Set<MemberId> members) {
    new Forgetting(home, () -> home.layout().root(), Progress.NONE).plan(members, false);
  }

  /// Who is being removed right now; nothing served may depend on them.
  public static SortedSet<MemberId> leaving(Home home) {
    return new Forgetting(home, () -> home.layout().root(), Progress.NONE)
        .planFile
        .read()
        .map(RemovalPlan::members)
        .orElseGet(TreeSet::new);
  }

  /// Removes members, and finishes what an earlier removal left.
  ///
  /// @param pending also those who closed their account
  public Certificate forget(Set<MemberId> members, boolean pending) {
    return home.lineage()
        .during(Jobs.forget(), () -> locked(members, pending, this::finish), Jobs::forgotten);
  }

  /// Stops all use of the members' data at once; [#forget] does the rest.
  public Certificate quarantine(Set<MemberId> members, boolean pending) {
    return locked(members, pending, (plan, start) -> quarantined(plan, start));
  }

  /// One of the two phases, with the plan in place.
  @FunctionalInterface
  private interface Phase {
    Certificate run(RemovalPlan plan, long start) throws IOException;
  }

  private Certificate locked(Set<MemberId> members, boolean pending, Phase phase) {
    long start = System.nanoTime();
    try (JobLock _ = home.lock()) {
      return phase.run(plan(members, pending), start);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the removal stopped and can be run again: " + e.getMessage(), e);
    }
  }

  /// Finishes a removal that was begun, if any. The caller holds the job lock.
  void finishLocked() throws IOException {
    Optional<RemovalPlan> plan = planFile.read();
    if (plan.isPresent()) {
      finish(plan.get(), System.nanoTime());
    }
  }

  private RemovalPlan plan(Set<MemberId> members, boolean pending) {
    Set<MemberId> all = new TreeSet<>(members);
    if (pending) {
      all.addAll(closedAccounts());
    }
    RemovalPlan plan =
        planFile.read().orElseGet(() -> RemovalPlan.of(Set.of(), home.clock().instant())).and(all);
    planFile.write(plan);
    return plan;
  }

  private Set<MemberId> closedAccounts() {
    Instant now = home.clock().instant();
    var view = home.ledger().view().load();
    Set<MemberId> closed = new TreeSet<>();
    for (MemberId member : view.members()) {
      MemberFacts facts = view.factsOf(member).orElse(MemberFacts.UNKNOWN);
      if (facts.closedAt().filter(at -> !at.isAfter(now)).isPresent()) {
        closed.add(member);
      }
    }
    return closed;
  }

  private Certificate quarantined(RemovalPlan plan, long start) throws IOException {
    quarantine(plan, loadedBase());
    double seconds = since(start);
    return new Certificate(
        plan.erase(),
        "quarantined",
        home.clock().instant(),
        seconds,
        seconds,
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        Roots.of(home, home.layout(), unchangedRoot()),
        0);
  }

  /// The manifest speaks of the corpus as it is until the removal goes on to the rows.
  private String unchangedRoot() {
    boolean unchanged = RemovalWatch.file(home).read().isEmpty();
    return unchanged || Snapshots.latest(home).isEmpty()
        ? contentRoot()
        : home.corpus().contentRoot();
  }

  private void quarantine(RemovalPlan plan, @Nullable Base loaded) throws IOException {
    Optional<TrainedState> trained = Snapshots.trained(home);
    if (trained.isEmpty() || loaded == null) {
      return;
    }
    Making making = new Making(home, loaded, trained.get(), progress);
    Set<Integer> shards = shardsOf(plan.members(), making.assignment());
    if (!shards.isEmpty()) {
      making.merge(shards);
    }
  }

  /// By assignment alone: whether a member really has rows would take a look into the tables.
  private static Set<Integer> shardsOf(Collection<MemberId> members, Assignment assignment) {
    Set<Integer> shards = new TreeSet<>();
    members.forEach(member -> shards.add(assignment.sliceOf(member).shard()));
    return shards;
  }

  private Certificate finish(RemovalPlan plan, long start) throws IOException {
    List<String> cases = Choices.cases(home).notCarriedOut();
    Base loaded = loadedBase();
    progress.begin(Step.OUT_OF_USE);
    quarantine(plan, loaded);
    double quarantineSeconds = since(start);
    SortedSet<MemberId> members = plan.members();
    long records = home.records().of(members).values().stream().mapToLong(List::size).sum();
    progress.begin(Step.ROWS);
    Rows rows = deriveAnew(members);
    home.records().erase(members);
    RecordIntake.clear(home.layout().incoming());
    progress.begin(Step.TRAINING);
    Making.Made made = makeAnew(loaded, members, rows.changed());
    progress.begin(Step.ERASING);
    List<String> kept = eraseIdentities(members);
    List<String> leftovers = Leftovers.of(home.layout().root(), members, home.layout().removal());
    Roots roots = Roots.of(home, home.layout(), contentRoot());
    long entry = certify(plan, roots);
    carriedOut(cases, entry);
    progress.end();
    planFile.delete();
    return new Certificate(
        plan.erase(),
        "restored",
        home.clock().instant(),
        quarantineSeconds,
        since(start),
        records,
        rows.derived(),
        made.trained(),
        made.kept(),
        kept,
        leftovers,
        roots,
        entry);
  }

  /// What deriving anew came to.
  ///
  /// @param changed members whose rows are others now, those who leave among them
  /// @param derived others whose rows were derived anew
  private record Rows(SortedSet<MemberId> changed, long derived) {}

  /// Rows of the members go; rows of others that named them, or who said no since, are derived
  /// anew.
  private Rows deriveAnew(SortedSet<MemberId> leaving) {
    Optional<Snapshot> latest = Snapshots.latest(home);
    if (latest.isEmpty()) {
      return new Rows(leaving, 0);
    }
    Deriving deriving = Deriving.again(home, latest.get(), leaving);
    SortedMap<MemberId, List<CorpusEntry>> entries = new TreeMap<>();
    LongAdder derived = new LongAdder();
    deriving.again(
        deriving.touched(leaving),
        holder -> {
          derived.increment();
          if (!holder.now().equals(holder.had())) {
            entries.put(holder.holder(), holder.now());
          }
        });
    leaving.forEach(member -> entries.put(member, List.of()));
    home.corpus().replace(entries);
    return new Rows(new TreeSet<>(entries.keySet()), derived.sum());
  }

  /// Writes the manifest of what the corpus is now, and replays what the removal touched. Whoever
  /// says no meanwhile is left out by another round.
  private Making.Made makeAnew(
      @Nullable Base loaded, SortedSet<MemberId> leaving, SortedSet<MemberId> changed)
      throws IOException {
    Optional<TrainedState> trained = Snapshots.trained(home);
    if (trained.isEmpty() || loaded == null) {
      Snapshots.latest(home)
          .ifPresent(snapshot -> Building.write(home, snapshot, CorpusSummary.of(home.corpus())));
      return new Making.Made(0, 0, 0, 0, 0);
    }
    Set<MemberId> concerned = new TreeSet<>(changed);
    for (int round = 1; ; round++) {
      try {
        return makeOnce(loaded, trained.get(), leaving, concerned);
      } catch (NotPermitted e) {
        if (round == MAX_ROUNDS) {
          throw e;
        }
        concerned.addAll(deriveAnew(leaving).changed());
      }
    }
  }

  private Making.Made makeOnce(
      Base loaded, TrainedState trained, SortedSet<MemberId> leaving, Set<MemberId> concerned)
      throws IOException {
    Making making = new Making(home, loaded, trained, progress);
    Assignment assignment = making.assignment();
    Set<Integer> shards = shardsOf(concerned, assignment);
    Material material =
        Material.of(home, member -> shards.contains(assignment.sliceOf(member).shard()));
    Set<Integer> intact = making.intact(material);
    if (Stream.concat(shards.stream(), intact.stream()).distinct().count() < assignment.shards()) {
      // Others are concerned, too: a removal that was killed had changed their rows before this.
      material = Material.of(home);
    }
    Building.write(home, Snapshots.latest(home).orElseThrow(), material.summary());
    Snapshot snapshot = Snapshots.latest(home).orElseThrow();
    Permits permits = new Permits(home, snapshot, assignment, leaving);
    Permit permit = permits.issue();
    new JsonFile<>(home.layout().training(), TrainedState.class).write(trained.on(snapshot.id()));
    int threads = Runtime.getRuntime().availableProcessors();
    return making.make(material, permits.gate(permit), threads, intact);
  }

  private @Nullable Base loadedBase() throws IOException {
    if (Snapshots.trained(home).isEmpty()) {
      return null;
    }
    Base loaded = Base.load(base.get());
    String trainedOn = Snapshots.trained(home).orElseThrow().base();
    if (!loaded.sha256().equals(trainedOn)) {
      throw new InputRefused(
          "the base model in %s is not the one that was trained on; give that one with --base"
              .formatted(base.get()));
    }
    return loaded;
  }

  private List<String> eraseIdentities(SortedSet<MemberId> members) {
    for (MemberId member : members) {
      home.accounts().delete(member.value());
      home.suggestions().erase(member);
      home.importMarks().erase(member);
      Notices.outbox(home).forget(member);
    }
    List<Erasure> erasures = home.ledger().eraseAll(members);
    home.database().purgeDeleted();
    return erasures.stream().flatMap(erasure -> erasure.keptObjections().stream()).toList();
  }

  /// Of the corpus as the manifest has it, right where it was written since the last change.
  private String contentRoot() {
    return Snapshots.latest(home).map(Snapshot::contentRoot).orElse("");
  }

  /// Commits to the state that is left, without saying who left. A removal that was killed after
  /// this, and is run again, has the same certificate where it left the same.
  private long certify(RemovalPlan plan, Roots roots) {
    String state = Sha256.of(roots.toJson());
    String members = Integer.toString(plan.erase().size());
    SortedMap<String, String> details = new TreeMap<>();
    details.put("members", members);
    details.put("roots", state);
    String once = String.join("/", CERTIFIED, plan.requestedAt().toString(), members, state);
    return home.ledger().append(new Event.OperatorNoted(CERTIFIED, details), once).position();
  }

  /// Objections that stood when the removal began hold in all that it left: their cases say so.
  /// Those that went with their person need no answer any more.
  private void carriedOut(List<String> cases, long certificate) {
    for (String id : cases) {
      if (Choices.cases(home).find(id).isPresent()) {
        Choices.cases(home).carriedOut(id, BY, certificate);
      }
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
