package dev.demur.ledger;

import dev.demur.model.MemberFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a history says of a member at a position. A pure function.
final class FactsOf {
  private static final Comparator<Recorded> AS_IT_HAPPENED =
      Comparator.comparing(Recorded::happenedAt).thenComparingLong(Recorded::position);

  private FactsOf() {}

  /// The facts at a position.
  ///
  /// @param objections the member's, as they stood at the position
  /// @param notices which notices count
  /// @return empty for somebody who is no member: unknown, or known only for having objected
  static Optional<MemberFacts> at(
      List<Recorded> history,
      long position,
      List<Objector> objections,
      Predicate<Event.NoticeDelivered> notices) {
    List<Recorded> entries =
        history.stream().filter(entry -> entry.position() <= position).toList();
    if (entries.stream().noneMatch(entry -> makesMember(entry.event()))) {
      return Optional.empty();
    }
    List<Recorded> happened = entries.stream().sorted(AS_IT_HAPPENED).toList();
    return Optional.of(
        new MemberFacts(
            residences(entries),
            birthDate(entries),
            toggle(happened),
            objections(objections),
            notices(happened, notices),
            closedAt(happened)));
  }

  static boolean makesMember(Event event) {
    return switch (event) {
      case Event.ObjectionFiled _,
          Event.ObjectionDecided _,
          Event.ObjectionExtended _,
          Event.CaseStepTaken _,
          Event.DataLookedAt _,
          Event.ObjectionKept _ ->
          false;
      case Event.OfMember _ -> true;
      case Event.OfOperator _ -> false;
    };
  }

  private static <E extends Event> Stream<E> events(List<Recorded> entries, Class<E> type) {
    return entries.stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
  }

  private static List<MemberFacts.Residence> residences(List<Recorded> entries) {
    Map<Instant, MemberFacts.Residence> byStart = new TreeMap<>();
    events(entries, Event.ResidenceLearned.class)
        .forEach(learned ->
            byStart.put(
                learned.from(), new MemberFacts.Residence(learned.country(), learned.from())));
    return List.copyOf(byStart.values());
  }

  /// Of archives, nobody can say which is the later one: the youngest the member can be counts.
  private static Optional<LocalDate> birthDate(List<Recorded> entries) {
    Optional<LocalDate> known =
        events(entries, Event.BirthDateLearned.class)
            .filter(learned -> learned.archive().isEmpty())
            .map(Event.BirthDateLearned::date)
            .reduce((earlier, later) -> later);
    return known.or(() ->
        events(entries, Event.BirthDateLearned.class)
            .map(Event.BirthDateLearned::date)
            .max(Comparator.naturalOrder()));
  }

  private static List<MemberFacts.ToggleChange> toggle(List<Recorded> happened) {
    List<MemberFacts.ToggleChange> changes = new ArrayList<>();
    for (Recorded entry : happened) {
      if (entry.event() instanceof Event.ToggleChanged(var on, var which, _)) {
        changes.add(new MemberFacts.ToggleChange(on, entry.happenedAt(), which));
      }
    }
    return changes;
  }

  private static List<MemberFacts.Objection> objections(List<Objector> objections) {
    return objections.stream()
        .sorted(Comparator.comparing(Objector::filedAt).thenComparing(Objector::caseId))
        .map(objection ->
            new MemberFacts.Objection(
                objection.filedAt(), objection.decidedAt(), objection.state(), objection.covers()))
        .toList();
  }

  private static List<MemberFacts.Notice> notices(
      List<Recorded> happened, Predicate<Event.NoticeDelivered> counts) {
    List<MemberFacts.Notice> notices = new ArrayList<>();
    for (Recorded entry : happened) {
      if (entry.event() instanceof Event.NoticeDelivered notice && counts.test(notice)) {
        notices.add(new MemberFacts.Notice(entry.happenedAt()));
      }
    }
    return notices;
  }

  private static Optional<Instant> closedAt(List<Recorded> happened) {
    return happened.stream()
        .filter(entry -> entry.event() instanceof Event.AccountClosed)
        .map(Recorded::happenedAt)
        .findFirst();
  }
}
