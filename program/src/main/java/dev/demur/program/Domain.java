package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/* All cases there are, with one to stand for those that no program can tell apart.
 *
 * A program reads a country only through the region it belongs to, a category only through its standing and
 * the controls that reach it, and an instant only by comparing it with instants that the program names or
 * with events of the member's. So the countries, the categories and the time line fall into classes, and one
 * of each class is enough. Events are placed relative to the instant of the decision: before it, after it,
 * before and after the creation of the record. What stands first in a list is the plainest value; the
 * smallest counterexample is the one with the fewest values that do not stand first.
 */

/// All cases there are, dimension by dimension.
final class Domain {
  /// A code that is no country.
  static final String NOWHERE = "ZZ";

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration LONG_AGO = YEAR.multipliedBy(20);
  static final Duration MOVE = YEAR.multipliedBy(2);
  private static final Duration CREATED_BEFORE_MOVE = YEAR.multipliedBy(5);
  private static final Duration CREATED_AFTER_MOVE = YEAR;

  /// A value and what it is in words.
  record Named<T>(String words, T value) {}

  /// Categories that no program in question tells apart.
  ///
  /// @param all every one of them; the first stands for the others
  record CategoryClass(List<Category> all) {
    Category first() {
      return all.getFirst();
    }
  }

  /// Countries that nothing in question tells apart.
  record Place(List<String> all) {
    String first() {
      return all.getFirst();
    }
  }

  /// Where a member has lived; the second place, if any, since [#MOVE] ago.
  record History(List<Place> places) {
    String words() {
      return places.isEmpty()
          ? "nowhere known"
          : String.join(" then ", places.stream().map(Place::first).toList());
    }

    List<Residence> residences(Instant at) {
      List<Residence> residences = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        Instant from = at.minus(i == 0 ? LONG_AGO : MOVE);
        residences.add(new Residence(places.get(i).first(), from));
      }
      return residences;
    }
  }

  /// When a record was created, relative to the decision.
  interface WhenCreated extends Function<Instant, Optional<Instant>> {}

  /// A birth date, relative to the day of the decision.
  interface Birth extends Function<LocalDate, Optional<LocalDate>> {}

  /// Events of a member, relative to the instant of the decision.
  interface Events<E> extends Function<Instant, List<E>> {}

  private Domain() {}

  static List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      for (Recipient recipient : Recipient.values()) {
        uses.add(new Use(purpose, recipient));
      }
    }
    return uses;
  }

  /// Categories by what `signature` says of them.
  static List<CategoryClass> categories(Function<Category, Object> signature) {
    Map<Object, List<Category>> classes = new LinkedHashMap<>();
    List<Category> ordered = new ArrayList<>(List.of(Category.CONTENT_POST));
    ordered.addAll(Arrays.asList(Category.values()));
    for (Category category : ordered) {
      List<Category> alike =
          classes.computeIfAbsent(signature.apply(category), _ -> new ArrayList<>());
      if (!alike.contains(category)) {
        alike.add(category);
      }
    }
    return classes.values().stream().map(CategoryClass::new).toList();
  }

  /// What one program can tell of a category.
  static Object signature(Law law, Category category) {
    int index = Index.of(category);
    List<Object> signature = new ArrayList<>(List.of(law.category[index]));
    for (Purpose purpose : Purpose.values()) {
      signature.add(law.objectionReach[Index.of(purpose)][index]);
      for (Recipient recipient : Recipient.values()) {
        signature.add(law.toggleReach[Index.of(purpose)][Index.of(recipient)][index]);
      }
    }
    return signature;
  }

  /// All countries, and one code that is none, by what `signature` says of them.
  static List<Place> places(Function<String, Object> signature) {
    Map<Object, List<String>> classes = new LinkedHashMap<>();
    for (String country : new TreeSet<>(Countries.ISO)) {
      classes.computeIfAbsent(signature.apply(country), _ -> new ArrayList<>()).add(country);
    }
    List<Place> places = new ArrayList<>(classes.values().stream().map(Place::new).toList());
    places.add(new Place(List.of(NOWHERE)));
    return places;
  }

  /// Every place, every move from one to another, and no place at all.
  static List<History> histories(List<Place> places) {
    List<History> histories = new ArrayList<>();
    places.forEach(place -> histories.add(new History(List.of(place))));
    histories.add(new History(List.of()));
    for (Place from : places) {
      for (Place to : places) {
        if (!from.equals(to)) {
          histories.add(new History(List.of(from, to)));
        }
      }
    }
    return histories;
  }

  /// The instants from which and just before which the answers of a program differ, latest first.
  static List<Instant> instants(NavigableSet<Instant> edges) {
    var instants = new TreeSet<Instant>();
    for (Instant edge : edges) {
      instants.add(edge);
      instants.add(edge.minusMillis(1));
    }
    return instants.isEmpty()
        ? List.of(Instant.parse("2025-01-01T00:00:00Z"))
        : List.copyOf(instants.descendingSet());
  }

  /// @param ages at which something in question changes
  static List<Named<Birth>> births(Set<Integer> ages) {
    List<Named<Birth>> births = new ArrayList<>();
    births.add(new Named<>("born 90 years before", day -> Optional.of(day.minusYears(90))));
    for (int years : new TreeSet<>(ages)) {
      births.add(
          new Named<>("on the day of turning " + years, day -> Optional.of(turning(day, years))));
      births.add(
          new Named<>(
              "on the day before turning " + years,
              day -> Optional.of(turning(day, years).plusDays(1))));
    }
    births.add(new Named<>("birth date not known", _ -> Optional.empty()));
    return births;
  }

  /// The latest birth date of those who are `years` old on a day.
  private static LocalDate turning(LocalDate day, int years) {
    return day.minusYears(years);
  }

  static List<Named<Events<ToggleChange>>> toggles(Set<Switch> switches) {
    List<Named<Events<ToggleChange>>> toggles = new ArrayList<>();
    toggles.add(new Named<>("toggle never touched", _ -> List.of()));
    for (Switch which : switches) {
      String name = which == Switch.MAIN ? "toggle" : which + " toggle";
      toggles.add(new Named<>(name + " off", at -> changes(which, at, false)));
      toggles.add(new Named<>(name + " on", at -> changes(which, at, true)));
      toggles.add(new Named<>(name + " off, on again", at -> changes(which, at, false, true)));
      toggles.add(new Named<>(name + " on, off again", at -> changes(which, at, true, false)));
      toggles.add(
          new Named<>(
              name + " off from later on",
              at -> List.of(new ToggleChange(false, at.plus(Duration.ofDays(1)), which))));
    }
    return toggles;
  }

  /// The first change long ago, a second one since the record was created.
  private static List<ToggleChange> changes(Switch which, Instant at, boolean... values) {
    List<ToggleChange> changes = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Instant when = i == 0 ? at.minus(LONG_AGO) : at.minus(Duration.ofDays(30));
      changes.add(new ToggleChange(values[i], when, which));
    }
    return changes;
  }

  static List<Named<Events<Objection>>> objections() {
    List<Named<Events<Objection>>> objections = new ArrayList<>();
    objections.add(new Named<>("no objection", _ -> List.of()));
    Set<Control> everything = EnumSet.allOf(Control.class);
    List<Set<Control>> covers = new ArrayList<>();
    covers.add(everything);
    Arrays.stream(Control.values()).map(EnumSet::of).forEach(covers::add);
    for (Set<Control> covered : covers) {
      for (State state : State.values()) {
        objections.add(objections(objection(covered, state, -60, -30)));
      }
    }
    objections.add(objections(objection(everything, State.GRANTED, -60, 30)));
    objections.add(objections(objection(everything, State.REFUSED, -60, 30)));
    objections.add(objections(objection(everything, State.PENDING, 1, 2)));
    objections.add(
        objections(
            objection(everything, State.REFUSED, -60, -30),
            objection(everything, State.PENDING, -10, 0)));
    objections.add(
        objections(
            objection(everything, State.WITHDRAWN, -60, -30),
            objection(everything, State.GRANTED, -20, -10)));
    return objections;
  }

  /// One objection, in days from the instant of the decision.
  private record Filed(Set<Control> covers, State state, int filed, int decided) {
    String words() {
      String late = filed > 0 ? " (filed later)" : decided > 0 ? " later" : "";
      String all = covers.size() > 1 ? "everything" : covers.iterator().next().code();
      return "objection to %s, %s%s".formatted(all, state.name().toLowerCase(Locale.ROOT), late);
    }

    Objection at(Instant at) {
      return new Objection(
          at.plus(Duration.ofDays(filed)),
          state == State.PENDING
              ? Optional.empty()
              : Optional.of(at.plus(Duration.ofDays(decided))),
          state,
          covers);
    }
  }

  private static Filed objection(Set<Control> covers, State state, int filed, int decided) {
    return new Filed(covers, state, filed, decided);
  }

  private static Named<Events<Objection>> objections(Filed... filed) {
    List<Filed> all = List.of(filed);
    return new Named<>(
        String.join(", then ", all.stream().map(Filed::words).toList()),
        at -> all.stream().map(each -> each.at(at)).toList());
  }

  /// @param leadDays the times between notice and use that are asked for somewhere
  static List<Named<Events<Notice>>> notices(Set<Integer> leadDays) {
    List<Named<Events<Notice>>> notices = new ArrayList<>();
    notices.add(told("told long before", at -> at.minus(LONG_AGO)));
    for (int days : new TreeSet<>(leadDays)) {
      Duration lead = Duration.ofDays(days);
      notices.add(told("told %d days before".formatted(days), at -> at.minus(lead)));
      notices.add(
          told(
              "told %d days less a millisecond before".formatted(days),
              at -> at.minus(lead).plusMillis(1)));
    }
    notices.add(new Named<>("never told", _ -> List.of()));
    return notices;
  }

  private static Named<Events<Notice>> told(String words, UnaryOperator<Instant> when) {
    return new Named<>(words, at -> List.of(new Notice(when.apply(at))));
  }

  static List<Named<WhenCreated>> created(ProgramDefinition program) {
    List<Named<WhenCreated>> created = new ArrayList<>();
    created.add(
        new Named<>("created a year before", at -> Optional.of(at.minus(CREATED_AFTER_MOVE))));
    created.add(
        new Named<>("created five years before", at -> Optional.of(at.minus(CREATED_BEFORE_MOVE))));
    created.add(new Named<>("created some day", _ -> Optional.empty()));
    created.add(new Named<>("created later", at -> Optional.of(at.plusMillis(1))));
    program
        .window()
        .from()
        .ifPresent(from ->
            created.add(
                new Named<>("created before the window", _ -> Optional.of(from.minusMillis(1)))));
    program
        .window()
        .until()
        .ifPresent(
            until -> created.add(new Named<>("created after the window", _ -> Optional.of(until))));
    program
        .window()
        .maxAgeDays()
        .ifPresent(days ->
            created.add(
                new Named<>(
                    "created %d days and a millisecond before".formatted(days),
                    at -> Optional.of(at.minus(Duration.ofDays(days)).minusMillis(1)))));
    return created;
  }

  static MemberFacts member(
      History history,
      Birth birth,
      Events<ToggleChange> toggle,
      Events<Objection> objections,
      Events<Notice> notices,
      LocalDate day,
      Instant at) {
    return new MemberFacts(
        history.residences(at),
        birth.apply(day),
        toggle.apply(at),
        objections.apply(at),
        notices.apply(at),
        Optional.empty());
  }
}
