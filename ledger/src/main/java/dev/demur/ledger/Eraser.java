package dev.demur.ledger;

import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Destroys a member's key, within one transaction, and keeps of standing objections what is needed
/// to go on giving effect to them.
final class Eraser {
  private final Batch batch;
  private final Handle handle;

  Eraser(Batch batch) {
    this.batch = batch;
    this.handle = batch.handle();
  }

  /// What was written, by position, and the key that must now be found nowhere.
  record Erased(Optional<Long> position, List<String> kept, List<Subject> subjects) {}

  Erased erase(MemberId member) {
    List<Subject> gone = new ArrayList<>(settledObjections(member));
    List<String> kept = new ArrayList<>();
    Optional<Subject> subject = SubjectTable.byOwner(handle, Subject.Kind.MEMBER, member.value());
    subject.ifPresent(found -> {
      kept.addAll(keepObjections(found, member));
      gone.add(found);
    });
    Optional<Long> position = Optional.empty();
    for (Subject each : gone) {
      position = Optional.of(batch.erase(each.reference()));
    }
    batch.flush();
    return new Erased(position, kept, gone);
  }

  private List<String> keepObjections(Subject subject, MemberId member) {
    List<Recorded> history = history(subject);
    List<String> kept = new ArrayList<>();
    for (Objector objector : Objections.in(history, Long.MAX_VALUE, Optional.of(member))) {
      if (objector.stands()) {
        Draft draft = draft(objector);
        batch.prepare(List.of(draft));
        batch.add(List.of(draft));
        kept.add(objector.caseId());
      }
    }
    return kept;
  }

  private static Draft draft(Objector objector) {
    boolean granted = objector.state() == State.GRANTED;
    Event.ObjectionKept event =
        new Event.ObjectionKept(
            objector.caseId(),
            objector.person(),
            objector.covers(),
            objector.names(),
            objector.filedAt(),
            objector.filedPosition(),
            granted ? objector.decidedAt() : Optional.empty(),
            granted ? objector.decidedPosition() : Optional.empty());
    return Draft.ofKeptObjection(
        objector.caseId(),
        objector.person(),
        event,
        Optional.of(objector.filedAt()),
        Optional.empty());
  }

  /// Objections kept at an earlier erasure that have been refused or withdrawn since.
  private List<Subject> settledObjections(MemberId member) {
    List<Subject> settled = new ArrayList<>();
    for (Subject subject :
        SubjectTable.withTrait(handle, SubjectTable.Trait.OBJECTOR, Long.MAX_VALUE)) {
      if (subject.kind() == Subject.Kind.OBJECTION) {
        Objections.in(history(subject), Long.MAX_VALUE, Optional.empty()).stream()
            .filter(objector -> objector.person().equals(member) && !objector.stands())
            .forEach(objector -> settled.add(subject));
      }
    }
    return settled;
  }

  private List<Recorded> history(Subject subject) {
    return EntryTable.of(handle, subject.reference()).stream()
        .map(row -> Opening.recorded(row, subject))
        .toList();
  }
}
