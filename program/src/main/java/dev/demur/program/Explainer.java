package dev.demur.program;

import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.Reason;
import dev.demur.model.Use;
import dev.demur.program.Explanation.Change;
import dev.demur.program.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/// Explains one decision. The answer is always [Program#decide]'s own; only the words are from
/// here.
final class Explainer {
  private final Program program;
  private final Use use;
  private final RecordFacts record;
  private final Instant at;

  /// Everybody whom the record names and who is known.
  private final Map<MemberId, MemberFacts> members = new HashMap<>();

  Explainer(Program program, Use use, RecordFacts record, MemberFactSource source, Instant at) {
    this.program = program;
    this.use = use;
    this.record = record;
    this.at = at;
    record.author().ifPresent(id -> remember(id, source));
    record.about().forEach(id -> remember(id, source));
    record.mentions().forEach(id -> remember(id, source));
  }

  private void remember(MemberId id, MemberFactSource source) {
    source.factsOf(id).ifPresent(facts -> members.put(id, facts));
  }

  Explanation explain() {
    Decision decision = decide(record, members, at);
    return new Explanation(decision, steps(decision), lastChanged(decision), nextChange(decision));
  }

  private Decision decide(RecordFacts facts, Map<MemberId, MemberFacts> known, Instant when) {
    return program.decide(use, facts, id -> Optional.ofNullable(known.get(id)), when);
  }

  private List<Step> steps(Decision decision) {
    var words = new FactsInWords(program, use, record, members, at);
    List<Step> steps = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      if (reason == Reason.SPECIAL_CATEGORY) {
        break;
      }
      boolean denied = decision instanceof Decision.Deny deny && deny.reason() == reason;
      String clause = denied ? decision.clause() : words.clause(reason);
      steps.add(new Step(reason, clause, program.placeOf(clause), words.facts(reason), denied));
      if (denied) {
        break;
      }
    }
    return steps;
  }

  /// The last instant up to now at which the answer became another.
  private Optional<Change> lastChanged(Decision decision) {
    NavigableSet<Instant> edges = Edges.of(program, record, members.values());
    Instant since = Occasion.FIRST;
    Decision before = decision;
    for (Instant edge : edges.headSet(at, true).descendingSet()) {
      before = decide(record, members, edge.minusNanos(1));
      since = edge;
      if (!before.equals(decision)) {
        break;
      }
    }
    return before.equals(decision)
        ? Optional.empty()
        : Optional.of(change(since, before, decision));
  }

  /// The first instant from now on at which the answer becomes another if nobody does anything.
  private Optional<Change> nextChange(Decision decision) {
    RecordFacts frozen = Edges.asKnownAt(record, at);
    Map<MemberId, MemberFacts> known = new HashMap<>();
    members.forEach((id, facts) -> known.put(id, Edges.asKnownAt(facts, at)));
    for (Instant edge : Edges.of(program, frozen, known.values()).tailSet(at, false)) {
      Decision after = decide(frozen, known, edge);
      if (!after.equals(decision)) {
        return Optional.of(change(edge, decision, after));
      }
    }
    return Optional.empty();
  }

  private static Change change(Instant when, Decision from, Decision to) {
    return new Change(when, Explanation.inWords(from), Explanation.inWords(to));
  }
}
