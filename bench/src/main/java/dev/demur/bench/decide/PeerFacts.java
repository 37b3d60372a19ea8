package dev.demur.bench.decide;

import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import dev.demur.program.ProgramDefinition;
import dev.demur.program.ProgramDefinition.Moved;
import dev.demur.program.RecordFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a policy engine without histories and calendars is told of one person and one record.
///
/// Histories are brought down to what holds at the instant; judging it is the policies' work.
/// Instants are milliseconds since 1970; 0 where the flag beside it says that there is none.
///
/// @param known whether the person is a member
/// @param adultSince from when on the person has the program's minimum age
/// @param countries where the record has lived with the person, as far as the program counts them
/// @param off switches that are off
/// @param offAtCreation switches that were off when the record was created, or ever if that is not
///   known
/// @param objections state and kind of those filed, e.g. `pending:other-ml`
record PeerFacts(
    String purpose,
    String recipient,
    String category,
    long at,
    boolean deleted,
    boolean known,
    boolean closed,
    boolean ageKnown,
    long adultSince,
    boolean createdKnown,
    long createdAt,
    SortedSet<String> countries,
    SortedSet<String> off,
    SortedSet<String> offAtCreation,
    SortedSet<String> objections,
    boolean noticed,
    long noticedAt) {

  static PeerFacts of(
      ProgramDefinition program,
      Use use,
      RecordFacts record,
      Optional<MemberFacts> person,
      Instant at) {
    MemberFacts facts = person.orElse(MemberFacts.UNKNOWN);
    Optional<Instant> adultSince = facts.birthDate().map(born -> adultSince(program, born));
    Optional<Instant> noticedAt =
        facts.notices().stream()
            .map(MemberFacts.Notice::deliveredAt)
            .filter(when -> !when.isAfter(at))
            .min(Comparator.naturalOrder());
    return new PeerFacts(
        use.purpose().code(),
        use.recipient().code(),
        record.category().code(),
        at.toEpochMilli(),
        happened(record.deletedAt(), at),
        person.isPresent(),
        happened(facts.closedAt(), at),
        adultSince.isPresent(),
        adultSince.map(Instant::toEpochMilli).orElse(0L),
        record.createdAt().isPresent(),
        record.createdAt().map(Instant::toEpochMilli).orElse(0L),
        countries(program, facts, record.createdAt(), at),
        off(program, facts, Optional.of(at), at),
        off(program, facts, record.createdAt(), at),
        objections(facts, at),
        noticedAt.isPresent(),
        noticedAt.map(Instant::toEpochMilli).orElse(0L));
  }

  private static boolean happened(Optional<Instant> when, Instant at) {
    return when.filter(w -> !w.isAfter(at)).isPresent();
  }

  private static Instant adultSince(ProgramDefinition program, LocalDate born) {
    LocalDate birthday = born.plusYears(program.age().minimum());
    boolean leap = birthday.getDayOfMonth() < born.getDayOfMonth();
    return (leap ? birthday.plusDays(1) : birthday).atStartOfDay(program.zone()).toInstant();
  }

  private static SortedSet<String> countries(
      ProgramDefinition program, MemberFacts facts, Optional<Instant> createdAt, Instant at) {
    List<Residence> homes =
        facts.countries().stream().sorted(Comparator.comparing(Residence::from)).toList();
    SortedSet<String> countries = new TreeSet<>();
    for (int i = 0; i < homes.size(); i++) {
      Instant from = homes.get(i).from();
      Instant until = i + 1 < homes.size() ? homes.get(i + 1).from() : Instant.MAX;
      boolean begun = !from.isAfter(at);
      boolean sawRecord = until.isAfter(from) && createdAt.map(until::isAfter).orElse(true);
      if (begun && (until.isAfter(at) || (program.moved() == Moved.STRICTEST && sawRecord))) {
        countries.add(homes.get(i).country());
      }
    }
    return countries;
  }

  /// The switches that are off at an instant; at any instant up to `at` where it is not given.
  private static SortedSet<String> off(
      ProgramDefinition program, MemberFacts facts, Optional<Instant> when, Instant at) {
    SortedSet<String> off = new TreeSet<>();
    for (Switch which : program.toggles().keySet()) {
      boolean byDefault = program.toggles().get(which).defaultOn();
      List<ToggleChange> changes =
          facts.toggle().stream()
              .filter(change -> change.which() == which && !change.at().isAfter(at))
              .sorted(Comparator.comparing(ToggleChange::at))
              .toList();
      boolean on =
          when.isEmpty()
              ? byDefault && changes.stream().allMatch(ToggleChange::on)
              : changes.stream()
                  .filter(change -> !change.at().isAfter(when.get()))
                  .reduce((earlier, later) -> later)
                  .map(ToggleChange::on)
                  .orElse(byDefault);
      if (!on) {
        off.add(which.code());
      }
    }
    return off;
  }

  private static SortedSet<String> objections(MemberFacts facts, Instant at) {
    SortedSet<String> objections = new TreeSet<>();
    for (Objection objection : facts.objections()) {
      if (!objection.filedAt().isAfter(at)) {
        boolean granted = objection.state() == Objection.State.GRANTED;
        Instant decided = objection.decidedAt().orElse(granted ? objection.filedAt() : Instant.MAX);
        boolean isDecided = objection.state() != Objection.State.PENDING && !decided.isAfter(at);
        if (!isDecided || granted) {
          String state = isDecided ? "granted:" : "pending:";
          objection.covers().forEach(control -> objections.add(state + control.code()));
        }
      }
    }
    return objections;
  }
}
