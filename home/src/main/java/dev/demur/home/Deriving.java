package dev.demur.home;

import dev.demur.corpus.build.CorpusBuild.Texts;
import dev.demur.corpus.build.DerivationPlan;
import dev.demur.corpus.derive.Derivation;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import dev.demur.program.Program;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Corpus entries of holders: for a new snapshot, or again for the one there is.
///
/// Deriving again asks for the snapshot's instant with what was known then, so that nothing changes
/// but what the members who leave had to do with. Where somebody has said no since, it must also be
/// allowed now. It never lets in what the snapshot left out.
final class Deriving {
  private final Home home;
  private final Derivation asBuilt;
  private final Derivation andNow;
  private final Set<MemberId> changed;
  private final boolean newObjectors;

  private Deriving(
      Home home,
      Derivation asBuilt,
      Derivation andNow,
      Set<MemberId> changed,
      boolean newObjectors) {
    this.home = home;
    this.asBuilt = asBuilt;
    this.andNow = andNow;
    this.changed = changed;
    this.newObjectors = newObjectors;
  }

  /// For a new snapshot.
  static Derivation fresh(Home home, Program program, Membership members, Instant at) {
    return derivation(home, program, members, at, Optional.empty());
  }

  /// The same as [#fresh], for other processes.
  static DerivationPlan plan(Home home, Program program, Membership members, Instant at) {
    Map<MemberId, MemberFacts> facts = new HashMap<>();
    home.tokens()
        .byToken(members.members())
        .forEach((token, member) ->
            members
                .factsOf(member)
                .ifPresent(known -> {
                  facts.put(token, known);
                  facts.put(member, known);
                }));
    return DerivationPlan.of(
            program, facts, members.view().deletions(), members.view().objectorNames(), at)
        .heeding(members.view().reviews());
  }

  /// For the snapshot there is.
  ///
  /// @param leaving count as strangers
  static Deriving again(Home home, Snapshot snapshot, Set<MemberId> leaving) {
    return Known.of(home, snapshot).without(leaving);
  }

  /// What was known when the snapshot was built, and what is known now.
  record Known(
      Home home,
      Snapshot snapshot,
      Program program,
      LedgerView then,
      LedgerView head,
      SortedMap<MemberId, Set<MemberId>> changed) {
    static Known of(Home home, Snapshot snapshot) {
      Program program = Snapshots.program(home, snapshot);
      LedgerView then = ProgramView.of(home.ledger().view(snapshot.ledgerPosition()), program);
      LedgerView head = ProgramView.of(home.ledger().view(), program);
      return new Known(
          home,
          snapshot,
          program,
          then,
          head,
          home.records().holdersNamingEach(home.ledger().changedSince(snapshot.ledgerPosition())));
    }

    /// @param leaving count as strangers
    Deriving without(Set<MemberId> leaving) {
      Membership members = Membership.at(then, leaving);
      Set<MemberId> touched = new TreeSet<>(changed.keySet());
      touched.removeAll(leaving);
      touched.stream()
          .toList()
          .forEach(each -> touched.addAll(changed.getOrDefault(each, Set.of())));
      return new Deriving(
          home,
          derivation(home, program, members, snapshot.asOf(), Optional.empty()),
          derivation(
              home,
              program,
              members.knowing(head),
              snapshot.asOf(),
              Optional.of(home.clock().instant())),
          touched,
          !then.objectorNames().equals(head.objectorNames()));
    }
  }

  private static Derivation derivation(
      Home home, Program program, Membership members, Instant at, Optional<Instant> alsoAt) {
    return new Derivation(
            program,
            members.byToken(home.tokens()),
            members.view()::deletedAt,
            members.view().objectorNames(),
            at,
            alsoAt)
        .heeding(record -> Optional.ofNullable(members.view().reviews().get(record)));
  }

  /// Whose entries, where they have any, must be derived again, without those who leave.
  SortedSet<MemberId> touched(Set<MemberId> leaving) {
    return touched(leaving, home.records().holdersNaming(leaving));
  }

  /// The same, where it is known who names them.
  SortedSet<MemberId> touched(Set<MemberId> leaving, Set<MemberId> naming) {
    SortedSet<MemberId> touched = newObjectors ? home.corpus().holders() : new TreeSet<>(naming);
    touched.addAll(changed);
    touched.removeAll(leaving);
    return touched;
  }

  /// A holder's entries, as they are and derived again.
  record Again(MemberId holder, List<CorpusEntry> had, List<CorpusEntry> now) {}

  /// Hands the entries of each of these holders who has any to a consumer, derived again of the
  /// records that the snapshot knows; memory holds one bucket.
  void again(Set<MemberId> holders, Consumer<Again> consumer) {
    again(holders, Texts.TAKEN_OVER, consumer);
  }

  /// The same.
  ///
  /// @param texts whether those that must be equal may be taken over from the entries there are
  void again(Set<MemberId> holders, Texts texts, Consumer<Again> consumer) {
    Map<Integer, Set<MemberId>> byBucket = new TreeMap<>();
    for (MemberId holder : holders) {
      byBucket
          .computeIfAbsent(home.records().bucketOf(holder), bucket -> new TreeSet<>())
          .add(holder);
    }
    for (Set<MemberId> wanted : byBucket.values()) {
      Map<MemberId, List<MemberRecord>> stored = home.records().of(wanted);
      home.corpus()
          .entriesOf(wanted)
          .forEach((holder, had) ->
              consumer.accept(
                  new Again(
                      holder,
                      had,
                      again(holder, had, stored.getOrDefault(holder, List.of()), texts))));
    }
  }

  private List<CorpusEntry> again(
      MemberId holder, List<CorpusEntry> had, List<MemberRecord> stored, Texts texts) {
    Map<Key, CorpusEntry> before = had.stream().collect(Collectors.toMap(Key::of, entry -> entry));
    Set<RecordId> known = before.keySet().stream().map(Key::record).collect(Collectors.toSet());
    List<MemberRecord> records = stored.stream().filter(r -> known.contains(r.id())).toList();
    Derivation derivation = newObjectors || changed.contains(holder) ? andNow : asBuilt;
    List<CorpusEntry> taken = texts == Texts.TAKEN_OVER ? had : List.of();
    return derivation.derive(holder, records, taken).entries().stream()
        .map(entry -> neverMore(before.get(Key.of(entry)), entry))
        .toList();
  }

  private static CorpusEntry neverMore(
      @org.jspecify.annotations.Nullable CorpusEntry before, CorpusEntry now) {
    boolean wasOut = before == null || before.outcome() instanceof CorpusEntry.Out;
    return wasOut && before != null && now.outcome() instanceof CorpusEntry.In ? before : now;
  }

  /// What an entry is about.
  private record Key(RecordId record, Purpose purpose) {
    static Key of(CorpusEntry entry) {
      return new Key(entry.record(), entry.purpose());
    }
  }
}
