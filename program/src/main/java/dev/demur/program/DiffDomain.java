package dev.demur.program;

import dev.demur.model.MemberFacts;
import dev.demur.model.Use;
import dev.demur.program.Domain.CategoryClass;
import dev.demur.program.Domain.History;
import dev.demur.program.Domain.Named;
import dev.demur.program.Domain.Place;
import dev.demur.program.Domain.WhenCreated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The cases in which two programs are compared, dimension by dimension.
final class DiffDomain {
  /// A time between two edges, with an instant that stands for it.
  record Span(String words, Instant at) {}

  /// A kind of member: plain, or plain but for one thing.
  record Kind(String words, MemberFacts facts) {}

  private final Program before;
  private final Program after;
  private final List<Use> uses = Domain.uses();
  private final List<CategoryClass> categories;
  private final List<Place> places;
  private final List<Span> spans;
  private final List<Named<WhenCreated>> created;

  DiffDomain(Program before, Program after) {
    this.before = before;
    this.after = after;
    categories =
        Domain.categories(category ->
            List.of(
                Domain.signature(before.law(), category), Domain.signature(after.law(), category)));
    places =
        Domain.places(country ->
            List.of(
                before.law().regionOfCountry[Countries.index(country)],
                after.law().regionOfCountry[Countries.index(country)]));
    NavigableSet<Instant> edges = new TreeSet<>(Edges.of(before.definition()));
    edges.addAll(Edges.of(after.definition()));
    spans = spans(List.copyOf(edges));
    Map<String, Named<WhenCreated>> whens = new LinkedHashMap<>();
    Domain.created(before.definition()).forEach(when -> whens.put(when.words(), when));
    Domain.created(after.definition()).forEach(when -> whens.put(when.words(), when));
    created = List.copyOf(whens.values());
  }

  private static List<Span> spans(List<Instant> edges) {
    if (edges.isEmpty()) {
      return List.of(new Span("always", Instant.parse("2025-01-01T00:00:00Z")));
    }
    List<Span> spans = new ArrayList<>();
    Instant first = edges.getFirst();
    spans.add(new Span("before " + first, first.minus(Duration.ofDays(1))));
    for (int i = 0; i < edges.size(); i++) {
      String until = i + 1 < edges.size() ? " until " + edges.get(i + 1) : "";
      spans.add(new Span("from " + edges.get(i) + until, edges.get(i)));
    }
    return spans;
  }

  List<Use> uses() {
    return uses;
  }

  List<CategoryClass> categories() {
    return categories;
  }

  List<Place> places() {
    return places;
  }

  List<Span> spans() {
    return spans;
  }

  List<Named<WhenCreated>> created() {
    return created;
  }

  /// The region that a place is in under either program, e.g. `eu`, or `not covered → eu`.
  String regionWords(Place place) {
    String from = regionWords(before, place);
    String to = regionWords(after, place);
    return from.equals(to) ? from : from + " → " + to;
  }

  private static String regionWords(Program program, Place place) {
    return place.first().equals(Domain.NOWHERE)
        ? "unknown"
        : program.regionOf(place.first()).map(r -> r.id()).orElse("not covered");
  }

  /// A plain member who lives somewhere, and members who are plain but for one thing.
  List<Kind> kinds(Place place, Instant at) {
    var history = new History(List.of(place));
    LocalDate day = LocalDate.ofInstant(at, after.definition().zone());
    Set<Integer> ages = new TreeSet<>(Set.of(18));
    Set<Integer> leadDays = new TreeSet<>();
    for (Program program : List.of(before, after)) {
      ages.add(program.definition().age().minimum());
      leadDays.addAll(ProofDomain.leadDays(program.definition()));
    }
    var births = Domain.births(ages);
    var toggles = Domain.toggles(EnumSet.copyOf(Keys.TOGGLES.keySet()));
    var objections = Domain.objections();
    var notices = Domain.notices(leadDays);
    List<Kind> kinds = new ArrayList<>();
    MemberFacts plain =
        Domain.member(
            history,
            births.getFirst().value(),
            toggles.getFirst().value(),
            objections.getFirst().value(),
            notices.getFirst().value(),
            day,
            at);
    kinds.add(new Kind("plain", plain));
    births.stream()
        .skip(1)
        .map(b ->
            new Kind(
                b.words(),
                new MemberFacts(
                    plain.countries(),
                    b.value().apply(day),
                    plain.toggle(),
                    plain.objections(),
                    plain.notices(),
                    plain.closedAt())))
        .forEach(kinds::add);
    toggles.stream()
        .skip(1)
        .map(t -> new Kind(t.words(), with(plain, t.value().apply(at), plain.objections())))
        .forEach(kinds::add);
    objections.stream()
        .skip(1)
        .map(o -> new Kind(o.words(), with(plain, plain.toggle(), o.value().apply(at))))
        .forEach(kinds::add);
    notices.stream()
        .skip(1)
        .map(n ->
            new Kind(
                n.words(),
                new MemberFacts(
                    plain.countries(),
                    plain.birthDate(),
                    plain.toggle(),
                    plain.objections(),
                    n.value().apply(at),
                    plain.closedAt())))
        .forEach(kinds::add);
    return kinds;
  }

  private static MemberFacts with(
      MemberFacts plain,
      List<MemberFacts.ToggleChange> toggle,
      List<MemberFacts.Objection> objections) {
    return new MemberFacts(
        plain.countries(),
        plain.birthDate(),
        toggle,
        objections,
        plain.notices(),
        plain.closedAt());
  }
}
