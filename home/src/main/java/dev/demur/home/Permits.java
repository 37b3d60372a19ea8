package dev.demur.home;

import dev.demur.corpus.store.CorpusEntry;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceGate;
import dev.demur.learn.adapter.SliceId;
import dev.demur.ledger.Event;
import dev.demur.model.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Gives out permits to train, and asks before each slice whether the permit still stands.
///
/// A corpus is of the past: who has said no since it was built must not be trained on. So nobody
/// gets a permit for a corpus that gives more than the ledger allows now, and a "no" that arrives
/// while a run is under way ends it before the next slice that it concerns.
final class Permits {
  private static final Duration LIFETIME = Duration.ofDays(7);

  private final Home home;
  private final Snapshot snapshot;
  private final Assignment assignment;
  private final Set<MemberId> leaving;

  /// @param leaving who is being removed, and counts as a stranger already
  Permits(Home home, Snapshot snapshot, Assignment assignment, Set<MemberId> leaving) {
    this.home = home;
    this.snapshot = snapshot;
    this.assignment = assignment;
    this.leaving = Set.copyOf(leaving);
  }

  /// A permit for the snapshot, which the log notes.
  ///
  /// @throws NotPermitted when the snapshot gives what may not be used any more
  Permit issue() {
    requireAllowed(holder -> true);
    Instant now = home.clock().instant();
    Permit permit =
        new Permit(
            snapshot.program(),
            snapshot.programSha256(),
            snapshot.contentRoot(),
            home.ledger().view().position(),
            home.ledger().checkpoint().orElse(""),
            now,
            now.plus(LIFETIME));
    file().write(permit);
    SortedMap<String, String> details = new TreeMap<>();
    details.put("program", permit.programSha256());
    details.put("snapshot", snapshot.id());
    details.put("position", Long.toString(permit.ledgerPosition()));
    details.put("expires", permit.expiresAt().toString());
    home.ledger().append(new Event.OperatorNoted("training-permitted", details));
    return permit;
  }

  /// The permit that was issued last.
  Optional<Permit> current() {
    return file().read();
  }

  private JsonFile<Permit> file() {
    return new JsonFile<>(home.layout().permit(), Permit.class);
  }

  /// Refuses a slice when the permit has expired, or somebody in the slice has said no since.
  SliceGate gate(Permit permit) {
    return slice -> {
      if (!home.clock().instant().isBefore(permit.expiresAt())) {
        throw new NotPermitted(
            "the permit to train expired at %s; run `demur train` again, what is trained is kept"
                .formatted(permit.expiresAt()));
      }
      if (!home.ledger().changedSince(permit.ledgerPosition()).isEmpty()) {
        requireAllowed(holder -> isIn(slice, holder));
      }
    };
  }

  private boolean isIn(SliceId slice, MemberId holder) {
    SliceId own = assignment.sliceOf(holder);
    return own.equals(slice)
        || (own.shard() == slice.shard() && slice.slice() == assignment.slices() - 1);
  }

  private void requireAllowed(Predicate<MemberId> asked) {
    Deriving deriving = Deriving.again(home, snapshot, leaving);
    SortedSet<MemberId> touched = deriving.touched(Set.of());
    touched.removeIf(asked.negate());
    List<String> stale = new ArrayList<>();
    deriving.again(
        touched,
        holder -> {
          if (!holder.now().equals(holder.had())) {
            stale.add(whyNot(holder.had(), holder.now()));
          }
        });
    if (!stale.isEmpty()) {
      throw new NotPermitted(
          "since the snapshot was built, what may be used of %d members has changed (%s); run `demur build` again"
              .formatted(stale.size(), stale.getFirst()));
    }
  }

  /// The reason and the clause of the first record that is out now.
  private static String whyNot(List<CorpusEntry> had, List<CorpusEntry> may) {
    return may.stream()
        .filter(entry -> !had.contains(entry))
        .findFirst()
        .map(entry ->
            switch (entry.outcome()) {
              case CorpusEntry.Out(var reason) -> "%s, clause %s".formatted(reason, entry.clause());
              case CorpusEntry.In _ -> "other people named in it, clause " + entry.clause();
            })
        .orElse("records deleted");
  }
}
