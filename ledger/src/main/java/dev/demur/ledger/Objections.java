package dev.demur.ledger;

import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objections that one history holds, as they stood at a position.
final class Objections {
  private Objections() {}

  /// Every objection in a history, by the position of its filing.
  ///
  /// @param person whose history it is; not used for kept objections, which name their person
  static List<Objector> in(List<Recorded> history, long position, Optional<MemberId> person) {
    Map<String, Objector> byCase = new LinkedHashMap<>();
    for (Recorded entry : history) {
      switch (entry.event()) {
        case Event.ObjectionFiled filed -> {
          if (entry.position() <= position) {
            byCase.put(filed.caseId(), filed(filed, entry, person.orElseThrow()));
          }
        }
        case Event.ObjectionKept kept -> {
          if (kept.filedPosition() <= position) {
            byCase.put(kept.caseId(), kept(kept, position));
          }
        }
        case Event.ObjectionDecided decided -> {
          if (entry.position() <= position) {
            byCase.computeIfPresent(
                decided.caseId(), (caseId, objector) -> decide(objector, decided, entry));
          }
        }
        case Event.OfMember _, Event.OfOperator _ -> {}
      }
    }
    return new ArrayList<>(byCase.values());
  }

  /// The case that an event belongs to; empty for those of no case.
  static Optional<String> caseOf(Event event) {
    return switch (event) {
      case Event.ObjectionFiled filed -> Optional.of(filed.caseId());
      case Event.ObjectionKept kept -> Optional.of(kept.caseId());
      case Event.ObjectionDecided decided -> Optional.of(decided.caseId());
      case Event.ObjectionExtended extended -> Optional.of(extended.caseId());
      case Event.CaseStepTaken taken -> Optional.of(taken.caseId());
      case Event.OfMember _, Event.OfOperator _ -> Optional.empty();
    };
  }

  private static Objector filed(Event.ObjectionFiled filed, Recorded entry, MemberId person) {
    return new Objector(
        filed.caseId(),
        person,
        filed.covers(),
        filed.names(),
        State.PENDING,
        entry.happenedAt(),
        entry.position(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// What was kept stands in for the entries that were erased, so it counts from their positions.
  private static Objector kept(Event.ObjectionKept kept, long position) {
    boolean granted = kept.decidedPosition().filter(decided -> decided <= position).isPresent();
    return new Objector(
        kept.caseId(),
        kept.person(),
        kept.covers(),
        kept.names(),
        granted ? State.GRANTED : State.PENDING,
        kept.filedAt(),
        kept.filedPosition(),
        granted ? kept.decidedAt() : Optional.empty(),
        granted ? kept.decidedPosition() : Optional.empty(),
        true);
  }

  private static Objector decide(
      Objector objector, Event.ObjectionDecided decided, Recorded entry) {
    return new Objector(
        objector.caseId(),
        objector.person(),
        objector.covers(),
        objector.names(),
        decided.outcome(),
        objector.filedAt(),
        objector.filedPosition(),
        Optional.of(entry.happenedAt()),
        Optional.of(entry.position()),
        objector.kept());
  }
}
