package dev.demur.home.report;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.ProgramView;
import dev.demur.home.Snapshots;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.ledger.Recorded;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.Category;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Every figure that any report shows, computed once from ledger and tables.
///
/// Reports take their numbers from here and nowhere else, so that one figure never differs between
/// two of them.
public final class Figures {
  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final Program program;
  private final Instant at;
  private final String basis;
  private final Map<MemberId, MemberFacts> members = new TreeMap<>();
  private final SortedMap<Category, Long> held = new TreeMap<>();
  private final List<ObjectionCase> cases;
  private final List<Recorded> operator;

  private Figures(Home home, Program program) {
    this.program = program;
    this.at = home.clock().instant();
    this.cases = Choices.cases(home).list();
    LedgerView view = ProgramView.of(home.ledger().view(), program).load();
    this.basis = basis(home, view);
    view.members().stream()
        .filter(view::hasJoined)
        .forEach(m -> members.put(m, view.factsOf(m).orElse(MemberFacts.UNKNOWN)));
    members();
    objections();
    records(home);
    corpus(home);
    this.operator =
        home.ledger().operatorEntries(0).stream()
            .filter(entry -> entry.position() <= view.position())
            .toList();
    work();
  }

  /// What a report is computed from, in words.
  static String basis(Home home, LedgerView view) {
    return "ledger entries 1 to %d, %s"
        .formatted(
            view.position(),
            Snapshots.latest(home)
                .map(snapshot -> "corpus snapshot " + snapshot.id())
                .orElse("no corpus built"));
  }

  /// The figures of a home now, with regions and ages as a program reads them.
  public static Figures of(Home home, Program program) {
    return new Figures(home, program);
  }

  private void add(String id, String label, long value, String from) {
    figures.put(id, new Figure(id, label, value, from));
  }

  private void count(String id, String label, Predicate<MemberFacts> which, String from) {
    add(id, label, members.values().stream().filter(which).count(), from);
  }

  private void members() {
    String of = "members with MemberJoined, not erased, ";
    add("members", "Members", members.size(), of + "counted");
    count(
        "members.notified",
        "Members to whom the notice was delivered",
        facts -> facts.notices().stream().anyMatch(n -> !n.deliveredAt().isAfter(at)),
        of + "with NoticeDelivered of this program up to now");
    count(
        "members.toggle-off",
        "Members with the setting off",
        facts -> !Choices.isOn(facts, at),
        of + "whose last ToggleChanged up to now is off");
    count(
        "members.minor",
        "Members known to be under the minimum age",
        facts -> Bands.isMinor(facts, program, at),
        of + "whose BirthDateLearned gives an age under the program's minimum");
    count(
        "members.age-unknown",
        "Members whose age is not known (none of their data is used)",
        facts -> facts.birthDate().isEmpty(),
        of + "without BirthDateLearned");
    count(
        "members.region-unknown",
        "Members whose region is not known (none of their data is used)",
        facts -> facts.countries().isEmpty(),
        of + "without ResidenceLearned");
    count(
        "members.closed",
        "Members who closed their account and are not yet erased",
        facts -> facts.closedAt().isPresent(),
        of + "with AccountClosed");
  }

  private void objections() {
    add("objections", "Objections filed", cases.size(), "ObjectionFiled and ObjectionKept");
    for (MemberFacts.Objection.State state : MemberFacts.Objection.State.values()) {
      String name = state.name().toLowerCase(java.util.Locale.ROOT);
      add(
          "objections." + name,
          "Objections " + name,
          cases.stream().filter(c -> c.state() == state).count(),
          "cases whose last decision leaves them " + name);
    }
    add(
        "objections.overdue",
        "Objections without an answer in time",
        cases.stream().filter(c -> c.open() && c.clock().overdue(at)).count(),
        "pending cases whose clock has run out");
  }

  private void records(Home home) {
    home.records()
        .scan((holder, records) -> records.forEach(r -> held.merge(r.category(), 1L, Long::sum)));
    add(
        "records",
        "Records held",
        held.values().stream().mapToLong(Long::longValue).sum(),
        "rows of the table records");
  }

  private void corpus(Home home) {
    var snapshot = Snapshots.latest(home);
    add(
        "records.in",
        "Records used to train models that write",
        snapshot.map(s -> s.in()).orElse(0L),
        "rows of the table corpus for content-generation that are in");
    add(
        "records.out",
        "Records left out",
        snapshot.map(s -> s.out()).orElse(0L),
        "rows of the table corpus for content-generation that are out");
    snapshot.ifPresent(s ->
        s.reasons()
            .forEach((reason, many) ->
                add(
                    "records.out." + reason,
                    "Records left out: " + reason,
                    many,
                    "rows of the table corpus for content-generation that are out for " + reason)));
    long[] membersIn = {0};
    home.corpus().scan((holder, rows) -> membersIn[0]++);
    add(
        "members.in",
        "Members with at least one record in the corpus",
        membersIn[0],
        "distinct members in rows of the table corpus that are in");
  }

  private void work() {
    Map<String, Long> kinds =
        operator.stream()
            .map(Recorded::event)
            .filter(Event.OperatorNoted.class::isInstance)
            .map(Event.OperatorNoted.class::cast)
            .collect(
                Collectors.groupingBy(
                    Event.OperatorNoted::kind, TreeMap::new, Collectors.counting()));
    add(
        "builds",
        "Corpus builds",
        kinds.getOrDefault("snapshot-built", 0L),
        noted("snapshot-built"));
    add(
        "trainings",
        "Training permits given",
        kinds.getOrDefault("training-permitted", 0L),
        noted("training-permitted"));
    add(
        "removals",
        "Removals finished and certified",
        kinds.getOrDefault("removal-certified", 0L),
        noted("removal-certified"));
    add(
        "erasures",
        "People whose keys were destroyed",
        operator.stream().filter(e -> e.event() instanceof Event.SubjectErased).count(),
        "ledger entries SubjectErased");
  }

  private static String noted(String kind) {
    return "ledger entries OperatorNoted of kind " + kind;
  }

  /// One figure.
  ///
  /// @throws IllegalArgumentException when there is none of that id
  public Figure get(String id) {
    Figure figure = figures.get(id);
    if (figure == null) {
      throw new IllegalArgumentException("there is no figure " + id);
    }
    return figure;
  }

  /// All whose id begins so, in the order in which they were counted.
  public List<Figure> under(String prefix) {
    return figures.values().stream().filter(f -> f.id().startsWith(prefix)).toList();
  }

  /// Records held, by category.
  SortedMap<Category, Long> held() {
    return held;
  }

  Map<MemberId, MemberFacts> facts() {
    return members;
  }

  List<ObjectionCase> cases() {
    return cases;
  }

  /// The operator's own entries.
  List<Recorded> operator() {
    return operator;
  }

  Program program() {
    return program;
  }

  Instant at() {
    return at;
  }

  String basis() {
    return basis;
  }
}
