package dev.demur.ledger.objection;

import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.IdempotencyConflict;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerView;
import dev.demur.ledger.Objector;
import dev.demur.ledger.Recorded;
import dev.demur.ledger.log.Receipt;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection.State;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files, shows and decides objection cases. Thread-safe.
///
/// An objection restricts use from the moment it is filed, whatever becomes of the case.
public final class ObjectionCases {
  private static final int ID_BYTES = 8;

  /// Case ids are shown to their person only, so nobody may be able to guess them.
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Ledger ledger;
  private final InstantSource clock;

  public ObjectionCases(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Files an objection; it counts once this returns.
  public FiledCase file(Filing filing) {
    Event.ObjectionFiled event =
        new Event.ObjectionFiled(
            newId(), filing.covers(), filing.reason(), filing.names(), filing.program());
    Entry entry =
        new Entry(
            filing.person(), event, filing.at(), filing.idempotencyKey().map(key -> "file/" + key));
    try {
      return new FiledCase(event.caseId(), ledger.append(entry));
    } catch (IdempotencyConflict e) {
      return filedBefore(filing, e);
    }
  }

  /// The case of an earlier filing with the same key, if it says the same.
  private FiledCase filedBefore(Filing filing, IdempotencyConflict conflict) {
    return ledger.history(filing.person()).stream()
        .filter(item -> item.entry().position() == conflict.position())
        .filter(item ->
            item.entry().event() instanceof Event.ObjectionFiled filed && same(filed, filing))
        .findFirst()
        .map(item ->
            new FiledCase(((Event.ObjectionFiled) item.entry().event()).caseId(), item.receipt()))
        .orElseThrow(() -> conflict);
  }

  private static boolean same(Event.ObjectionFiled filed, Filing filing) {
    return filed.covers().equals(filing.covers())
        && filed.reason().equals(filing.reason())
        && filed.names().equals(filing.names())
        && filed.program().equals(filing.program());
  }

  private static String newId() {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    return "case-" + HexFormat.of().formatHex(random);
  }

  /// Every case, in the order of filing.
  public List<ObjectionCase> list() {
    LedgerView view = ledger.view();
    return view.objectors().stream().map(objector -> caseOf(view, objector)).toList();
  }

  /// The cases that still await an answer, the most urgent first.
  public List<ObjectionCase> queue() {
    return list().stream()
        .filter(ObjectionCase::open)
        .sorted(java.util.Comparator.comparing(each -> each.clock().dueAt()))
        .toList();
  }

  public Optional<ObjectionCase> find(String caseId) {
    LedgerView view = ledger.view();
    return view.objector(caseId).map(objector -> caseOf(view, objector));
  }

  /// Grants the objection.
  ///
  /// @param by the name of the human who decides
  public Receipt grant(String caseId, String by) {
    return decide(caseId, State.GRANTED, by, "", Set.of(State.PENDING, State.REFUSED));
  }

  /// Refuses the objection, on compelling grounds that a human states (GDPR Art. 21(1)).
  ///
  /// @throws IllegalArgumentException without grounds or without a name
  public Receipt refuse(String caseId, String by, String grounds) {
    return decide(caseId, State.REFUSED, by, grounds, Set.of(State.PENDING));
  }

  /// Notes that the person has taken the objection back.
  public Receipt withdraw(String caseId, String by) {
    return decide(
        caseId, State.WITHDRAWN, by, "", Set.of(State.PENDING, State.GRANTED, State.REFUSED));
  }

  /// The key makes sure that of two who decide at once, one is refused.
  private Receipt decide(String caseId, State outcome, String by, String grounds, Set<State> from) {
    Event.ObjectionDecided event = new Event.ObjectionDecided(caseId, outcome, by, grounds);
    ObjectionCase found = require(caseId);
    if (!from.contains(found.state())) {
      throw new CaseRefused(
          "case %s is %s and cannot become %s".formatted(caseId, found.state(), outcome));
    }
    long decisions =
        found.steps().stream()
            .filter(step -> step.event() instanceof Event.ObjectionDecided)
            .count();
    return ledger.appendToCase(caseId, event, "decide/%s/%d".formatted(caseId, decisions));
  }

  /// Takes two months more. The person must be told, with the reason, inside the first month; this
  /// records that it was done.
  public Receipt extend(String caseId, String by, String reason) {
    ObjectionCase found = require(caseId);
    if (!found.open() || found.clock().extended()) {
      throw new CaseRefused(
          "case %s is %s and %s; only a pending case can be extended, and once"
              .formatted(
                  caseId,
                  found.state(),
                  found.clock().extended() ? "already extended" : "not extended"));
    }
    if (found.clock().overdue(clock.instant())) {
      throw new CaseRefused(
          "case %s was due on %s; an extension must be told before that (GDPR Art. 12(3))"
              .formatted(caseId, found.clock().dueOn()));
    }
    Event.ObjectionExtended event = new Event.ObjectionExtended(caseId, by, reason);
    return ledger.appendToCase(caseId, event, "extend/" + caseId);
  }

  /// Notes a step of work.
  public Receipt step(String caseId, Event.CaseStepTaken.Step step, String by, String note) {
    require(caseId);
    return ledger.appendToCase(caseId, new Event.CaseStepTaken(caseId, step, by, note));
  }

  /// The same, at most once for each key.
  public Receipt step(
      String caseId, Event.CaseStepTaken.Step step, String by, String note, String idempotencyKey) {
    require(caseId);
    return ledger.appendToCase(
        caseId, new Event.CaseStepTaken(caseId, step, by, note), "step/" + idempotencyKey);
  }

  /// Links a case to the removal that carried it out, once for each removal.
  ///
  /// @param removal position of the log's entry that certifies the removal
  public Receipt carriedOut(String caseId, String by, long removal) {
    Event.CaseStepTaken event =
        new Event.CaseStepTaken(
            caseId, Event.CaseStepTaken.Step.EXECUTED, by, "", Optional.of(removal));
    return ledger.appendToCase(caseId, event, "removal/%s/%d".formatted(caseId, removal));
  }

  /// The cases that no removal has carried out yet, though use is to stop: pending and granted
  /// ones.
  public List<String> notCarriedOut() {
    return list().stream()
        .filter(each -> each.state() == State.PENDING || each.state() == State.GRANTED)
        .filter(each -> each.removals().isEmpty())
        .map(ObjectionCase::id)
        .toList();
  }

  private ObjectionCase require(String caseId) {
    return find(caseId).orElseThrow(() -> new CaseRefused("there is no objection case " + caseId));
  }

  private static ObjectionCase caseOf(LedgerView view, Objector objector) {
    List<Recorded> steps = view.caseHistory(objector.caseId());
    Optional<Event.ObjectionFiled> filed = last(steps, Event.ObjectionFiled.class);
    return new ObjectionCase(
        objector.caseId(),
        objector.person(),
        objector.covers(),
        objector.names(),
        filed.flatMap(Event.ObjectionFiled::reason),
        filed.flatMap(Event.ObjectionFiled::program),
        objector.state(),
        objector.filedAt(),
        objector.decidedAt(),
        last(steps, Event.ObjectionDecided.class),
        clock(view, objector, steps),
        steps,
        objector.kept());
  }

  private static CaseClock clock(LedgerView view, Objector objector, List<Recorded> steps) {
    Optional<String> country =
        view.factsOf(objector.person())
            .flatMap(facts -> countryAt(facts.countries(), objector.filedAt()));
    CaseClock started = CaseClock.start(Residence.of(country), objector.filedAt());
    return steps.stream()
        .filter(step -> step.event() instanceof Event.ObjectionExtended)
        .map(Recorded::happenedAt)
        .filter(toldAt -> toldAt.isBefore(started.dueAt()))
        .findFirst()
        .map(started::extend)
        .orElse(started);
  }

  /// Where the person lived then; if that is unknown, the first place known.
  private static Optional<String> countryAt(
      List<MemberFacts.Residence> residences, Instant instant) {
    return residences.stream()
        .filter(residence -> !residence.from().isAfter(instant))
        .reduce((earlier, later) -> later)
        .or(() -> residences.stream().findFirst())
        .map(MemberFacts.Residence::country);
  }

  private static <E extends Event> Optional<E> last(List<Recorded> steps, Class<E> type) {
    return steps.stream()
        .map(Recorded::event)
        .filter(type::isInstance)
        .map(type::cast)
        .reduce((earlier, later) -> later);
  }
}
