package dev.demur.home;

import dev.demur.ledger.LedgerView;
import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Use;
import dev.demur.program.Explanation;
import dev.demur.program.Explanation.Change;
import dev.demur.program.Program;
import dev.demur.program.Program.Place;
import dev.demur.program.RecordFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Says why one stored record may or may not be used, from what the ledger knows or knew.
public final class Explaining {
  private Explaining() {}

  /// The answer and how it comes about.
  ///
  /// @param reason null when permitted
  /// @param knownAt how many entries of the ledger were known
  /// @param redact how many mentioned people must be redacted
  public record Answer(
      String record,
      String category,
      String purpose,
      String recipient,
      String outcome,
      @Nullable String reason,
      String clause,
      String asOf,
      long knownAt,
      List<Step> steps,
      int redact,
      @Nullable When lastChanged,
      @Nullable When nextChange) {
    public Answer {
      steps = List.copyOf(steps);
    }
  }

  /// One clause tried.
  ///
  /// @param file where the clause stands; null where no file spells it out
  public record Step(
      String tried,
      String clause,
      @Nullable String file,
      @Nullable Integer line,
      String facts,
      boolean denied) {}

  /// A change of the answer.
  public record When(String at, String from, String to) {}

  /// The answer with its words for people.
  public record Explained(Answer answer, String text) {}

  /// Explains the answer for one use: as of an instant with what was known then, or as of now.
  public static Explained explain(
      Home home, RecordId id, Program program, Use use, Optional<Instant> asOf) {
    MemberRecord record =
        home.records()
            .find(id)
            .orElseThrow(() -> new InputRefused("no record here has the id " + id));
    Instant at = asOf.orElseGet(home.clock()::instant);
    LedgerView view = ProgramView.of(Knowledge.at(home, asOf), program);
    Membership members = Membership.at(view, new TreeSet<>());
    MemberFactSource facts = members.byToken(home.tokens());
    Explanation explanation = program.explain(use, factsOf(record, view), facts, at);
    String text =
        "record %s, %s, for %s by %s, as of %s%n%s"
            .formatted(
                id, record.category(), use.purpose(), use.recipient(), at, explanation.text());
    return new Explained(
        answer(record, use, explanation, at, view.position()), text.stripTrailing());
  }

  static RecordFacts factsOf(MemberRecord record, LedgerView view) {
    return new RecordFacts(
        record.category(),
        record.createdAt().map(Moment::instant),
        record.author(),
        record.about(),
        record.mentions(),
        view.deletedAt(record.id()));
  }

  private static Answer answer(
      MemberRecord record, Use use, Explanation explanation, Instant at, long position) {
    Decision decision = explanation.decision();
    String reason = decision instanceof Decision.Deny deny ? deny.reason().code() : null;
    return new Answer(
        record.id().value(),
        record.category().code(),
        use.purpose().code(),
        use.recipient().code(),
        reason == null ? "permit" : "deny",
        reason,
        decision.clause(),
        at.toString(),
        position,
        explanation.steps().stream().map(Explaining::step).toList(),
        decision.redact().size(),
        explanation.lastChanged().map(Explaining::when).orElse(null),
        explanation.nextChange().map(Explaining::when).orElse(null));
  }

  private static Step step(Explanation.Step step) {
    return new Step(
        step.reason().code(),
        step.clause(),
        step.place().map(Place::file).orElse(null),
        step.place().map(Place::line).orElse(null),
        step.facts(),
        step.denied());
  }

  private static When when(Change change) {
    return new When(change.at().toString(), change.from(), change.to());
  }
}
