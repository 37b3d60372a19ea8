package dev.demur.program;

import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.program.ProgramDefinition.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// The instants at which an answer can change; between two of them it is the same.
final class Edges {
  private Edges() {}

  /// The instants that the program itself names.
  static NavigableSet<Instant> of(ProgramDefinition program) {
    var edges = new TreeSet<Instant>();
    for (Region region : program.regions()) {
      edges.add(region.starts());
      region.ends().ifPresent(edges::add);
      edges.addAll(region.allowedFrom().values());
    }
    return askable(edges);
  }

  static NavigableSet<Instant> of(
      Program program, RecordFacts record, Collection<MemberFacts> people) {
    ProgramDefinition definition = program.definition();
    var edges = new TreeSet<>(of(definition));
    record.deletedAt().ifPresent(edges::add);
    record.createdAt().ifPresent(created -> addCreated(definition, created, edges));
    people.forEach(facts -> addPerson(definition, facts, edges));
    return askable(edges);
  }

  private static void addCreated(
      ProgramDefinition program, Instant created, NavigableSet<Instant> edges) {
    edges.add(created);
    program
        .window()
        .maxAgeDays()
        .ifPresent(days -> edges.add(created.plus(Duration.ofDays(days)).plusNanos(1)));
  }

  private static void addPerson(
      ProgramDefinition program, MemberFacts facts, NavigableSet<Instant> edges) {
    facts.closedAt().ifPresent(edges::add);
    facts.birthDate().ifPresent(born -> edges.add(comesOfAge(program, born)));
    facts.countries().stream().map(Residence::from).forEach(edges::add);
    facts.toggle().stream().map(ToggleChange::at).forEach(edges::add);
    for (Objection objection : facts.objections()) {
      edges.add(objection.filedAt());
      objection.decidedAt().ifPresent(edges::add);
    }
    for (Notice notice : facts.notices()) {
      edges.add(notice.deliveredAt());
      for (Region region : program.regions()) {
        edges.add(notice.deliveredAt().plus(Duration.ofDays(region.notice().leadDays())));
      }
    }
  }

  /// The first instant of the birthday, which is 1 March for those born on a leap day.
  static Instant comesOfAge(ProgramDefinition program, LocalDate born) {
    LocalDate birthday = born.plusYears(program.age().minimum());
    LocalDate day =
        birthday.getDayOfMonth() < born.getDayOfMonth() ? birthday.plusDays(1) : birthday;
    return day.atStartOfDay(program.zone()).toInstant();
  }

  private static NavigableSet<Instant> askable(NavigableSet<Instant> edges) {
    return edges.subSet(Occasion.FIRST, false, Occasion.LAST, false);
  }

  /// A record without what lies after `at`.
  static RecordFacts asKnownAt(RecordFacts record, Instant at) {
    return new RecordFacts(
        record.category(),
        record.createdAt(),
        record.author(),
        record.about(),
        record.mentions(),
        upTo(record.deletedAt(), at));
  }

  /// A member's facts without what lies after `at`.
  static MemberFacts asKnownAt(MemberFacts facts, Instant at) {
    return new MemberFacts(
        facts.countries().stream().filter(r -> !r.from().isAfter(at)).toList(),
        facts.birthDate(),
        facts.toggle().stream().filter(t -> !t.at().isAfter(at)).toList(),
        objections(facts.objections(), at),
        facts.notices().stream().filter(n -> !n.deliveredAt().isAfter(at)).toList(),
        upTo(facts.closedAt(), at));
  }

  private static List<Objection> objections(List<Objection> objections, Instant at) {
    return objections.stream()
        .filter(objection -> !objection.filedAt().isAfter(at))
        .map(objection ->
            objection.decidedAt().filter(decided -> decided.isAfter(at)).isEmpty()
                ? objection
                : new Objection(
                    objection.filedAt(),
                    Optional.empty(),
                    Objection.State.PENDING,
                    objection.covers()))
        .toList();
  }

  private static Optional<Instant> upTo(Optional<Instant> event, Instant at) {
    return event.filter(when -> !when.isAfter(at));
  }
}
