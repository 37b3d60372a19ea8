package dev.demur.home;

import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.ledger.UnknownMember;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.Filing;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.ledger.objection.ObjectionCases;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.model.Switch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What members decide. Each is durable, and holds for the next decision, once its receipt is
/// there.
public final class Choices {
  private Choices() {}

  /// Switches the member's training setting.
  ///
  /// @param at when it was chosen, which may be before now; empty means now
  public static Receipt toggle(Home home, MemberId member, boolean on, Optional<Instant> at) {
    return toggle(home, member, Switch.MAIN, on, at);
  }

  /// Switches one of the member's settings.
  ///
  /// @param at when it was chosen, which may be before now; empty means now
  public static Receipt toggle(
      Home home, MemberId member, Switch which, boolean on, Optional<Instant> at) {
    Event.ToggleChanged event = new Event.ToggleChanged(on, which);
    if (at.isEmpty()) {
      return now(home, member, event, Optional.empty());
    }
    requireKnown(home, member);
    return home.ledger().append(Entry.of(member, event, at.get()));
  }

  /// The same, now, and at most once for each key.
  public static Receipt toggle(
      Home home, MemberId member, Switch which, boolean on, String idempotencyKey) {
    return now(home, member, new Event.ToggleChanged(on, which), Optional.of(idempotencyKey));
  }

  /// Deletes one of the member's own records: it is not used again, and the next build leaves it
  /// out.
  public static Receipt deleteRecord(
      Home home, MemberId member, RecordId record, Optional<String> idempotencyKey) {
    if (home.records().of(member).stream().noneMatch(own -> own.id().equals(record))) {
      throw new InputRefused("none of the member's records has that id");
    }
    return home.ledger().append(member, new Event.RecordDeleted(record), idempotencyKey);
  }

  /// Closes the account: nothing is used from now on, and `demur forget --pending` removes it all.
  public static Receipt close(Home home, MemberId member, Optional<String> idempotencyKey) {
    return now(home, member, new Event.AccountClosed(), idempotencyKey);
  }

  /// Enters that somebody else was shown what is held about a member; nothing for a stranger, about
  /// whom nothing is held.
  public static void lookedAt(Home home, Collection<MemberId> members, Event.DataLookedAt look) {
    Instant now = home.clock().instant();
    home.ledger()
        .appendAll(
            members.stream()
                .filter(home.ledger()::knows)
                .map(member -> Entry.of(member, look, now))
                .toList());
  }

  /// Files an objection; anybody may, member or not.
  ///
  /// @param names by which others write of the person; a member's own name is added
  public static FiledCase object(
      Home home,
      MemberId person,
      String program,
      Set<Control> covers,
      Optional<String> reason,
      Set<String> names,
      Optional<Instant> at) {
    return object(home, person, program, covers, reason, names, at, Optional.empty());
  }

  /// The same, at most once for each key.
  public static FiledCase object(
      Home home,
      MemberId person,
      String program,
      Set<Control> covers,
      Optional<String> reason,
      Set<String> names,
      Optional<Instant> at,
      Optional<String> idempotencyKey) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(MemberData.namesOf(home, person));
    Filing filing =
        Filing.of(person, covers, at.orElseGet(home.clock()::instant))
            .withProgram(program)
            .withNames(all);
    Filing reasoned = reason.map(filing::withReason).orElse(filing);
    return cases(home).file(idempotencyKey.map(reasoned::withKey).orElse(reasoned));
  }

  /// The objection cases of a home.
  public static ObjectionCases cases(Home home) {
    return new ObjectionCases(home.ledger(), home.clock());
  }

  /// The cases of one person, oldest first.
  public static List<ObjectionCase> casesOf(Home home, MemberId person) {
    return cases(home).list().stream().filter(each -> each.person().equals(person)).toList();
  }

  /// Records facts that an archive may lack.
  ///
  /// @return how many were new
  public static long learn(
      Home home,
      MemberId member,
      Optional<String> country,
      Optional<Instant> from,
      Optional<LocalDate> birthDate) {
    return learn(home, member, country, from, birthDate, Optional.empty());
  }

  /// The same, with the language in which the member is written to.
  ///
  /// @param language two small letters (ISO 639-1)
  public static long learn(
      Home home,
      MemberId member,
      Optional<String> country,
      Optional<Instant> from,
      Optional<LocalDate> birthDate,
      Optional<String> language) {
    LedgerView known = home.ledger().view();
    List<Entry> entries;
    try {
      entries =
          Facts.entriesOf(
              member, country, from, birthDate, language, known, home.clock().instant());
    } catch (IllegalArgumentException e) {
      throw new InputRefused(e.getMessage() == null ? "bad facts" : e.getMessage(), e);
    }
    home.ledger().appendAll(entries);
    return entries.size();
  }

  /// Whether the setting is on at an instant; on until somebody switches it off.
  public static boolean isOn(MemberFacts facts, Instant at) {
    return facts.toggle().stream()
        .filter(change -> change.which() == Switch.MAIN && !change.at().isAfter(at))
        .map(MemberFacts.ToggleChange::on)
        .reduce((earlier, later) -> later)
        .orElse(true);
  }

  private static void requireKnown(Home home, MemberId member) {
    if (!home.ledger().knows(member)) {
      throw unknown(member);
    }
  }

  private static InputRefused unknown(MemberId member) {
    return new InputRefused(
        "nobody here is called %s; import the archive, or `demur member set`, first"
            .formatted(member));
  }

  private static Receipt now(
      Home home, MemberId member, Event.OfMember event, Optional<String> idempotencyKey) {
    try {
      return home.ledger().appendOfMember(member, event, idempotencyKey);
    } catch (UnknownMember e) {
      throw unknown(member);
    }
  }
}
