package dev.demur.program;

import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.program.Domain.Place;
import dev.demur.program.Invariant.Cases;
import dev.demur.program.Invariant.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides every case of a domain at one instant with one history, and holds the answers against
/// invariants.
final class Corner {
  private static final int TOGGLE_UNTOUCHED = 0;
  private static final int TOGGLE_OFF = 1;
  private static final int OBJECTION_NONE = 0;

  private final ProofDomain domain;
  private final List<Invariant> invariants;
  private final int[] invariantOfCase;
  private final CaseMasks masks;
  private final int instant;
  private final int history;
  private final Instant at;
  private final MemberTable members;
  private final MemberTable closed;
  private final ProofTally tally;

  Corner(ProofDomain domain, List<Invariant> invariants, int instant, int history) {
    this.domain = domain;
    this.invariants = invariants;
    this.instant = instant;
    this.history = history;
    at = domain.instants().get(instant);
    tally = new ProofTally(invariants.size());
    List<Cases> cases = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < invariants.size(); i++) {
      for (Cases each : invariants.get(i).deny()) {
        cases.add(each);
        owners.add(i);
      }
    }
    invariantOfCase = owners.stream().mapToInt(i -> i).toArray();
    masks = new CaseMasks(domain, cases, instant, history);
    List<MemberFacts> all = allMembers();
    members = MemberTable.of(all);
    closed = MemberTable.of(List.of(closed(all.getFirst())));
  }

  private List<MemberFacts> allMembers() {
    LocalDate day = LocalDate.ofInstant(at, domain.program().definition().zone());
    List<MemberFacts> all = new ArrayList<>(domain.members());
    for (var birth : domain.births()) {
      for (var notice : domain.notices()) {
        for (var toggle : domain.toggles()) {
          for (var objection : domain.objections()) {
            all.add(
                Domain.member(
                    domain.histories().get(history),
                    birth.value(),
                    toggle.value(),
                    objection.value(),
                    notice.value(),
                    day,
                    at));
          }
        }
      }
    }
    return all;
  }

  private MemberFacts closed(MemberFacts plain) {
    return new MemberFacts(
        plain.countries(),
        plain.birthDate(),
        plain.toggle(),
        plain.objections(),
        plain.notices(),
        Optional.of(at));
  }

  ProofTally tryAll() {
    long countries = 1;
    for (Place place : domain.histories().get(history).places()) {
      countries *= place.all().size();
    }
    long decided = (long) members.size() + Status.values().length;
    for (int use = 0; use < domain.uses().size(); use++) {
      Occasion occasion = domain.program().on(domain.uses().get(use), at);
      for (int created = 0; created < domain.created().size(); created++) {
        for (int category = 0; category < domain.categories().size(); category++) {
          tryMembers(occasion, use, created, category);
          tryStatuses(occasion, use, created, category);
          tally.decided(decided, countries * domain.categories().get(category).all().size());
        }
      }
    }
    return tally;
  }

  private void tryMembers(Occasion occasion, int use, int created, int category) {
    int code = Index.of(domain.categories().get(category).first());
    long createdAt = Ticks.orUnknown(domain.created().get(created).value().apply(at));
    int member = 0;
    for (int birth = 0; birth < domain.births().size(); birth++) {
      for (int notice = 0; notice < domain.notices().size(); notice++) {
        for (int toggle = 0; toggle < domain.toggles().size(); toggle++) {
          for (int objection = 0; objection < domain.objections().size(); objection++) {
            if (occasion.decide(code, createdAt, Ticks.NEVER, members, member++)
                == Occasion.PERMIT) {
              long wrong = masks.of(use, category, created, birth, toggle, objection, notice);
              if (wrong != 0) {
                violated(
                    wrong,
                    new ProofPoint(
                        instant, history, birth, toggle, objection, notice, created, use, category,
                        0));
              }
            }
          }
        }
        var plain =
            new ProofPoint(instant, history, birth, 0, 0, notice, created, use, category, 0);
        compareWithToggle(occasion, plain, code, createdAt);
      }
    }
  }

  private void violated(long wrong, ProofPoint point) {
    long counted = 0;
    for (long left = wrong; left != 0; left &= left - 1) {
      int invariant = invariantOfCase[Long.numberOfTrailingZeros(left)];
      if ((counted & (1L << invariant)) == 0) {
        counted |= 1L << invariant;
        tally.violated(invariant, point);
      }
    }
  }

  /// The four ways in which a record is out whoever its author is.
  private void tryStatuses(Occasion occasion, int use, int created, int category) {
    int code = Index.of(domain.categories().get(category).first());
    long createdAt = Ticks.orUnknown(domain.created().get(created).value().apply(at));
    long[] verdicts = new long[Status.values().length];
    for (Status status : Status.values()) {
      verdicts[Index.of(status)] =
          switch (status) {
            case RECORD_DELETED -> occasion.decide(code, createdAt, Ticks.of(at), members, 0);
            case ACCOUNT_CLOSED -> occasion.decide(code, createdAt, Ticks.NEVER, closed, 0);
            case AUTHOR_UNKNOWN ->
                occasion.decide(code, createdAt, Ticks.NEVER, members, Occasion.STRANGER);
            case ABOUT_STRANGER ->
                occasion.withSubject(
                    occasion.decide(code, createdAt, Ticks.NEVER, members, 0),
                    occasion.decideForOther(code, createdAt, members, Occasion.STRANGER));
          };
    }
    for (int status = 1; status <= verdicts.length; status++) {
      long wrong = masks.withStatus(use, category, created, status);
      if (verdicts[status - 1] == Occasion.PERMIT && wrong != 0) {
        violated(
            wrong, new ProofPoint(instant, history, 0, 0, 0, 0, created, use, category, status));
      }
    }
  }

  /// What the toggle stops, an objection to everything must stop as well.
  private void compareWithToggle(Occasion occasion, ProofPoint plain, int code, long createdAt) {
    if (!permits(occasion, plain, TOGGLE_UNTOUCHED, OBJECTION_NONE, code, createdAt)
        || permits(occasion, plain, TOGGLE_OFF, OBJECTION_NONE, code, createdAt)) {
      return;
    }
    for (int o = 1; o < domain.objections().size(); o++) {
      List<Objection> filed = domain.objections().get(o).value().apply(at);
      if (isToEverything(filed) && permits(occasion, plain, TOGGLE_UNTOUCHED, o, code, createdAt)) {
        var point =
            new ProofPoint(
                instant,
                history,
                plain.birth(),
                0,
                o,
                plain.notice(),
                plain.created(),
                plain.use(),
                plain.category(),
                0);
        weaker(CaseMasks.stateAt(filed.getFirst(), at), point);
      }
    }
  }

  private boolean isToEverything(List<Objection> filed) {
    return filed.size() == 1
        && !filed.getFirst().filedAt().isAfter(at)
        && filed.getFirst().covers().equals(Set.of(Control.values()));
  }

  private void weaker(Invariant.Choice state, ProofPoint point) {
    for (int i = 0; i < invariants.size(); i++) {
      if (invariants.get(i).notWeaker().contains(state)) {
        tally.violated(i, point);
      }
    }
  }

  private boolean permits(
      Occasion occasion, ProofPoint plain, int toggle, int objection, int code, long createdAt) {
    int member = domain.member(plain.birth(), toggle, objection, plain.notice());
    return occasion.decide(code, createdAt, Ticks.NEVER, members, member) == Occasion.PERMIT;
  }
}
