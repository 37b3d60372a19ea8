package dev.demur.ledger;

import dev.demur.model.MemberId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/// The readable entries of each person, loaded when first asked for and kept until new ones appear.
///
/// Views of any position share it: they only leave out what came later. Thread-safe.
final class Histories {
  private static final int MAX_KEPT = 2_000_000;

  private final Database database;
  private final SteadyClock clock;
  private final Map<Draft.Owner, List<Recorded>> kept = new ConcurrentHashMap<>();
  private final Map<Draft.Owner, Beginning> beginnings = new ConcurrentHashMap<>();
  private final AtomicLong seen = new AtomicLong();
  private volatile boolean complete;

  /// What was kept of a subject until new entries appeared.
  private record Beginning(String reference, List<Recorded> entries) {}

  Histories(Database database, SteadyClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Forgets what entries after the last refresh have changed, by whatever process; returns the
  /// ledger's newest position.
  long refresh() {
    return database.jdbi().withHandle(this::refresh);
  }

  private synchronized long refresh(Handle handle) {
    Optional<EntryTable.Last> last = EntryTable.last(handle);
    last.ifPresent(entry -> clock.saw(entry.learntAt()));
    long newest = last.map(EntryTable.Last::position).orElse(0L);
    long before = seen.get();
    if (newest == before) {
      return newest;
    }
    if (erasedSince(handle, before, newest)) {
      complete = false;
      kept.clear();
      beginnings.clear();
    } else {
      for (Subject subject : SubjectTable.changed(handle, before, newest)) {
        renew(handle, subject);
      }
    }
    seen.set(newest);
    return newest;
  }

  private void renew(Handle handle, Subject subject) {
    Draft.Owner owner = new Draft.Owner(subject.kind(), subject.owner());
    if (complete) {
      kept.put(owner, open(handle, subject));
    } else {
      List<Recorded> before = kept.remove(owner);
      if (before != null) {
        beginnings.put(owner, new Beginning(subject.reference(), before));
      }
    }
  }

  private static boolean erasedSince(Handle handle, long after, long upTo) {
    return EntryTable.ofOperator(handle, after, upTo).stream()
        .map(row -> Statement.parse(Sealing.split(row.payload()).json()).event())
        .anyMatch(Event.SubjectErased.class::isInstance);
  }

  /// The entries of one owner, oldest first; empty for an owner the ledger does not know.
  List<Recorded> of(Draft.Owner owner) {
    List<Recorded> known = kept.get(owner);
    if (known != null) {
      return known;
    }
    if (complete || !wellFormed(owner.id())) {
      return List.of();
    }
    long before = seen.get();
    List<Recorded> loaded = database.jdbi().withHandle(handle -> load(handle, owner));
    return keep(owner, loaded, before);
  }

  /// Keeps what was loaded, unless something was refreshed meanwhile.
  private synchronized List<Recorded> keep(Draft.Owner owner, List<Recorded> loaded, long before) {
    if (seen.get() == before) {
      if (kept.size() >= MAX_KEPT) {
        kept.clear();
        beginnings.clear();
        complete = false;
      }
      kept.put(owner, loaded);
      beginnings.remove(owner);
    }
    return loaded;
  }

  private List<Recorded> load(Handle handle, Draft.Owner owner) {
    Beginning beginning = beginnings.get(owner);
    return SubjectTable.byOwner(handle, owner.kind(), owner.id())
        .map(subject ->
            beginning != null && beginning.reference().equals(subject.reference())
                ? goneOn(handle, subject, beginning.entries())
                : open(handle, subject))
        .orElse(List.of());
  }

  private static List<Recorded> goneOn(Handle handle, Subject subject, List<Recorded> entries) {
    long last = entries.isEmpty() ? 0 : entries.getLast().position();
    List<Recorded> all = new ArrayList<>(entries);
    EntryTable.of(handle, subject.reference(), last)
        .forEach(row -> all.add(Opening.recorded(row, subject)));
    return List.copyOf(all);
  }

  private static List<Recorded> open(Handle handle, Subject subject) {
    return EntryTable.of(handle, subject.reference()).stream()
        .map(row -> Opening.recorded(row, subject))
        .toList();
  }

  /// Loads everybody in one pass, so that nobody has to be asked for one by one.
  synchronized void loadAll() {
    if (complete) {
      return;
    }
    database.jdbi().useHandle(this::loadAll);
  }

  private void loadAll(Handle handle) {
    Map<String, Subject> subjects = new HashMap<>();
    SubjectTable.all(handle).forEach(subject -> subjects.put(subject.reference(), subject));
    Map<Draft.Owner, List<Recorded>> all = new HashMap<>();
    EntryTable.each(
        handle,
        0,
        seen.get(),
        row -> {
          Subject subject = row.subject() == null ? null : subjects.get(row.subject());
          if (subject != null) {
            Draft.Owner owner = new Draft.Owner(subject.kind(), subject.owner());
            all.computeIfAbsent(owner, key -> new ArrayList<>(4))
                .add(Opening.recorded(row, subject));
          }
        });
    kept.clear();
    beginnings.clear();
    all.forEach((owner, entries) -> kept.put(owner, List.copyOf(entries)));
    complete = kept.size() < MAX_KEPT;
  }

  /// Half a surrogate pair cannot be stored, and would be looked up as something else.
  static boolean wellFormed(String id) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(id);
  }

  static Draft.Owner owner(MemberId member) {
    return new Draft.Owner(Subject.Kind.MEMBER, member.value());
  }

  /// The histories of all subjects with a trait at a position, by subject.
  Map<Subject, List<Recorded>> withTrait(SubjectTable.Trait trait, long position) {
    List<Subject> subjects =
        database.jdbi().withHandle(handle -> SubjectTable.withTrait(handle, trait, position));
    Map<Subject, List<Recorded>> found = new HashMap<>();
    for (Subject subject : subjects) {
      found.put(subject, of(new Draft.Owner(subject.kind(), subject.owner())));
    }
    return found;
  }
}
