package dev.demur.home;

import dev.demur.archive.StatedFacts;
import dev.demur.corpus.store.Minimiser;
import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What archives say of their members, for what the platform does not say itself.
///
/// Where an archive and the platform disagree, the platform is believed in decisions; but nothing
/// of somebody whom either calls under age is stored with its content. Not thread-safe.
final class ArchiveFacts {
  /// @param kind of the archive
  private record Stated(LocalDate date, String kind) {}

  private final Map<MemberId, Stated> stated = new HashMap<>();
  private final SortedMap<MemberId, Stated> learning = new TreeMap<>();
  private final Map<MemberId, Stated> part = new HashMap<>();

  /// Looks whether a record says when its holder was born; of two dates the later one is kept.
  void see(MemberRecord record) {
    StatedFacts.birthDate(record)
        .ifPresent(date ->
            part.merge(
                record.holder(), new Stated(date, record.source().kind()), ArchiveFacts::later));
  }

  private static Stated later(Stated one, Stated other) {
    return other.date().isAfter(one.date()) ? other : one;
  }

  /// Ends an archive: what it says will be learnt.
  void keep() {
    part.forEach((member, said) -> {
      stated.merge(member, said, ArchiveFacts::later);
      learning.merge(member, said, ArchiveFacts::later);
    });
    part.clear();
  }

  /// Ends an archive as if it had never been.
  void drop() {
    part.clear();
  }

  /// Whether an archive that is being read shows that its holder is under age, of whom that was not
  /// known.
  boolean showsMinor(MemberId holder, LedgerView known, Instant now) {
    return Minimiser.isMinor(factsOf(holder, known, now), now)
        && !Minimiser.isMinor(known.factsOf(holder), now);
  }

  /// What is known of a holder as far as keeping their words goes: the ledger's facts, with the
  /// date of birth that makes them younger.
  Optional<MemberFacts> factsOf(MemberId holder, LedgerView known, Instant now) {
    Optional<MemberFacts> facts = known.factsOf(holder);
    Optional<Stated> said =
        Stream.of(stated, part)
            .flatMap(dates -> Optional.ofNullable(dates.get(holder)).stream())
            .reduce(ArchiveFacts::later);
    if (said.isEmpty() || Minimiser.isMinor(facts, now)) {
      return facts;
    }
    MemberFacts before = facts.orElse(MemberFacts.UNKNOWN);
    return Optional.of(
        new MemberFacts(
            before.countries(),
            said.map(Stated::date),
            before.toggle(),
            before.objections(),
            before.notices(),
            before.closedAt()));
  }

  /// What the ledger does not hold yet, each given once.
  List<Entry> entries(LedgerView known, Instant now) {
    List<Entry> entries = new ArrayList<>();
    learning.forEach((member, said) -> {
      Optional<LocalDate> before = known.factsOf(member).flatMap(MemberFacts::birthDate);
      if (before.isEmpty() || said.date().isAfter(before.get())) {
        var learned = new Event.BirthDateLearned(said.date(), Optional.of(said.kind()));
        String key = "birth date " + said.kind() + " " + said.date();
        entries.add(Entry.of(member, learned, now).withKey(key));
      }
    });
    learning.clear();
    return entries;
  }
}
