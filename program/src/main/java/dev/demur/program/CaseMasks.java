package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import dev.demur.program.Domain.Place;
import dev.demur.program.Invariant.Cases;
import dev.demur.program.Invariant.Choice;
import dev.demur.program.Invariant.Status;
import dev.demur.program.Invariant.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/* Which of the cases an invariant speaks of a point belongs to, worked out from the words of the invariant
 * and never from the law. Every condition looks at two or three dimensions only, so each is a small table of
 * bit masks with one bit a set of cases, and a point belongs to the sets whose bit is in all of its masks.
 */

/// Tells which cases a point of a domain belongs to, at one instant with one history.
final class CaseMasks {
  /// As many sets of cases as a mask has room for.
  static final int MAX_CASES = 60;

  private final ProofDomain domain;
  private final List<Cases> cases;
  private final Instant at;
  private final LocalDate day;
  private final List<Place> places;

  private final long everywhere;
  private final long[] status = new long[Status.values().length + 1];
  private final long[] toggle;
  private final long[] where;
  private final long[][] birth;
  private final long[][] notice;
  private final long[][] about;
  private final long[][][] objection;

  CaseMasks(ProofDomain domain, List<Cases> cases, int instant, int history) {
    this.domain = domain;
    this.cases = cases;
    at = domain.instants().get(instant);
    day = LocalDate.ofInstant(at, domain.program().definition().zone());
    places = domain.histories().get(history).places();
    everywhere = mask(c -> c.before().map(at::isBefore).orElse(true));
    for (int s = 0; s < status.length; s++) {
      int one = s;
      status[s] =
          mask(c ->
              c.status().isEmpty() || (one > 0 && c.status().contains(Status.ALL.get(one - 1))));
    }
    toggle = new long[domain.toggles().size()];
    where = new long[domain.created().size()];
    birth = new long[domain.births().size()][where.length];
    notice = new long[domain.notices().size()][where.length];
    about = new long[domain.uses().size()][domain.categories().size()];
    objection = new long[domain.objections().size()][about.length][about[0].length];
    fillMembers();
    fillUses();
  }

  private void fillMembers() {
    for (int t = 0; t < toggle.length; t++) {
      int one = t;
      toggle[t] =
          mask(c ->
              (!c.toggleOff() || isOff(one, Switch.MAIN))
                  && (!c.partnerToggleOff() || isOff(one, Switch.PARTNERS)));
    }
    for (int w = 0; w < where.length; w++) {
      int when = w;
      List<Place> lived = placesThatCount(when);
      where[w] = mask(c -> isWhere(lived, c));
      for (int b = 0; b < birth.length; b++) {
        Optional<LocalDate> born = domain.births().get(b).value().apply(day);
        birth[b][w] = mask(c -> isOfAge(born, when, c));
      }
      for (int n = 0; n < notice.length; n++) {
        Told told = told(n, lived);
        notice[n][w] = mask(c -> c.notice().isEmpty() || c.notice().contains(told));
      }
    }
  }

  private void fillUses() {
    for (int u = 0; u < about.length; u++) {
      Use use = domain.uses().get(u);
      for (int k = 0; k < about[u].length; k++) {
        Category category = domain.categories().get(k).first();
        about[u][k] =
            mask(c ->
                isIn(c.purposes(), use.purpose())
                    && isIn(c.recipients(), use.recipient())
                    && isIn(c.categories(), category));
        for (int o = 0; o < objection.length; o++) {
          List<Objection> filed = domain.objections().get(o).value().apply(at);
          objection[o][u][k] = mask(c -> isObjected(filed, c, use, category));
        }
      }
    }
  }

  private long mask(Predicate<Cases> holds) {
    long mask = 0;
    for (int i = 0; i < cases.size(); i++) {
      mask |= holds.test(cases.get(i)) ? 1L << i : 0;
    }
    return mask;
  }

  /// The cases that some member may belong to with such a record and use.
  long of(int use, int category, int created) {
    return everywhere & where[created] & about[use][category];
  }

  /// Those of them that a member with nothing the matter belongs to.
  long of(
      int use, int category, int created, int birthOf, int toggleOf, int objectionOf, int told) {
    return of(use, category, created)
        & status[0]
        & birth[birthOf][created]
        & toggle[toggleOf]
        & objection[objectionOf][use][category]
        & notice[told][created];
  }

  /// Those of a plain member with something the matter.
  long withStatus(int use, int category, int created, int statusOf) {
    return of(use, category, created)
        & status[statusOf]
        & birth[0][created]
        & toggle[0]
        & objection[0][use][category]
        & notice[0][created];
  }

  private static <T> boolean isIn(Set<T> set, T value) {
    return set.isEmpty() || set.contains(value);
  }

  private boolean isOff(int toggleOf, Switch which) {
    return domain.toggles().get(toggleOf).value().apply(at).stream()
        .filter(change -> change.which() == which && !change.at().isAfter(at))
        .reduce((earlier, later) -> later)
        .filter(change -> !change.on())
        .isPresent();
  }

  private Optional<Instant> createdAt(int when) {
    return domain.created().get(when).value().apply(at);
  }

  private boolean isOfAge(Optional<LocalDate> born, int when, Cases c) {
    if (c.ageUnknown()) {
      return born.isEmpty();
    }
    if (c.youngerThan().isPresent()) {
      return born.filter(b -> isYounger(b, c.youngerThan().getAsInt(), day)).isPresent();
    }
    if (c.createdYoungerThan().isEmpty()) {
      return true;
    }
    Optional<LocalDate> createdOn =
        createdAt(when).map(i -> LocalDate.ofInstant(i, domain.program().definition().zone()));
    return born.isPresent()
        && createdOn
            .filter(on -> isYounger(born.get(), c.createdYoungerThan().getAsInt(), on))
            .isPresent();
  }

  private static boolean isYounger(LocalDate born, int years, LocalDate on) {
    return java.time.Period.between(born, on).getYears() < years;
  }

  /// The places that count for the record: the last one, and earlier ones it may have seen.
  private List<Place> placesThatCount(int when) {
    boolean sawAll = createdAt(when).map(i -> i.isBefore(at.minus(Domain.MOVE))).orElse(true);
    return places.size() < 2 || sawAll ? places : List.of(places.getLast());
  }

  private boolean isWhere(List<Place> lived, Cases c) {
    boolean lives =
        c.livesIn().isEmpty()
            || (c.livesIn().contains(Invariants.UNKNOWN)
                && (lived.isEmpty()
                    || lived.stream().anyMatch(p -> p.first().equals(Domain.NOWHERE))))
            || lived.stream().anyMatch(place -> c.livesIn().contains(place.first()));
    return lives
        && (!c.notStarted()
            || lived.stream()
                .map(place -> domain.program().regionOf(place.first()))
                .flatMap(Optional::stream)
                .anyMatch(region -> region.starts().isAfter(at)));
  }

  /// Whether an objection of one of these states is about such a use, by the kinds of the form.
  private boolean isObjected(List<Objection> filed, Cases c, Use use, Category category) {
    if (c.objection().isEmpty()) {
      return true;
    }
    Control kind =
        category.family().equals("feedback")
            ? Control.FEEDBACK
            : switch (use.purpose()) {
              case CONTENT_GENERATION -> Control.CONTENT_GENERATION;
              case OTHER_ML -> Control.OTHER_ML;
            };
    return filed.stream()
        .anyMatch(o ->
            !o.filedAt().isAfter(at)
                && o.covers().contains(kind)
                && c.objection().contains(stateAt(o, at)));
  }

  /// The state of an objection at an instant after its filing.
  static Choice stateAt(Objection objection, Instant at) {
    boolean decided = objection.decidedAt().filter(when -> !when.isAfter(at)).isPresent();
    return decided ? Choice.valueOf(objection.state().name()) : Choice.PENDING;
  }

  private Told told(int noticeOf, List<Place> lived) {
    Optional<Instant> first =
        domain.notices().get(noticeOf).value().apply(at).stream()
            .map(n -> n.deliveredAt())
            .filter(when -> !when.isAfter(at))
            .findFirst();
    if (first.isEmpty()) {
      return Told.MISSING;
    }
    boolean tooRecent =
        lived.stream()
            .map(place -> domain.program().regionOf(place.first()))
            .flatMap(Optional::stream)
            .anyMatch(region ->
                first
                    .get()
                    .plus(java.time.Duration.ofDays(region.notice().leadDays()))
                    .isAfter(at));
    return tooRecent ? Told.TOO_RECENT : Told.IN_TIME;
  }
}
