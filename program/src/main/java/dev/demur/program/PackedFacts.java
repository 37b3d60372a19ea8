package dev.demur.program;

import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import java.util.Comparator;
import java.util.List;

/* The facts of one member as a run of longs, so that millions of members lie side by side in one array and a
 * decision reads them without following a pointer.
 *
 *   0  CLOSED    when the account was closed, or NEVER
 *   1  BORN      birth date as days since 1970, or UNKNOWN
 *   2  NOTICED   when the first notice was delivered, or NEVER
 *   3  COUNTS    residences | toggle changes << 20 | objections << 40
 *   4… residences, by time: (from, country index)
 *      toggle changes, by time: (at, 1 for on | switch << 1)
 *      objections: (filed, decided or NEVER, covers bits | state << 8)
 *
 * Instants are Ticks. Of several events at one instant the last in the list is the last here.
 */

/// Lays the facts of a member out as longs.
final class PackedFacts {
  static final int CLOSED = 0;
  static final int BORN = 1;
  static final int NOTICED = 2;
  static final int COUNTS = 3;
  static final int EVENTS = 4;
  static final int COUNT_BITS = 20;
  static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  static final int STATE_SHIFT = 8;
  static final int COVERS_MASK = (1 << STATE_SHIFT) - 1;

  static final int PENDING = 0;
  static final int GRANTED = 1;

  /// Refused or withdrawn.
  static final int LIFTED = 2;

  private PackedFacts() {}

  static int size(MemberFacts facts) {
    return EVENTS
        + 2 * facts.countries().size()
        + 2 * facts.toggle().size()
        + 3 * facts.objections().size();
  }

  static long[] pack(MemberFacts facts) {
    long[] target = new long[size(facts)];
    pack(facts, target, 0);
    return target;
  }

  /// Writes [#size] longs from `offset` on.
  static void pack(MemberFacts facts, long[] target, int offset) {
    target[offset + CLOSED] = Ticks.orNever(facts.closedAt());
    target[offset + BORN] = facts.birthDate().map(d -> d.toEpochDay()).orElse(Ticks.UNKNOWN);
    target[offset + NOTICED] = firstNotice(facts.notices());
    target[offset + COUNTS] =
        count(facts.countries())
            | (count(facts.toggle()) << COUNT_BITS)
            | (count(facts.objections()) << (2 * COUNT_BITS));
    int next = residences(facts.countries(), target, offset + EVENTS);
    next = toggle(facts.toggle(), target, next);
    objections(facts.objections(), target, next);
  }

  private static long firstNotice(List<MemberFacts.Notice> notices) {
    long first = Ticks.NEVER;
    for (MemberFacts.Notice notice : notices) {
      first = Math.min(first, Ticks.of(notice.deliveredAt()));
    }
    return first;
  }

  private static long count(List<?> events) {
    if (events.size() > COUNT_MASK) {
      throw new IllegalArgumentException(
          "a member may have at most %d events of a kind, got %d"
              .formatted(COUNT_MASK, events.size()));
    }
    return events.size();
  }

  private static int residences(List<Residence> residences, long[] target, int offset) {
    int next = offset;
    for (Residence residence : ordered(residences, Comparator.comparing(Residence::from))) {
      target[next++] = Ticks.of(residence.from());
      target[next++] = Countries.index(residence.country());
    }
    return next;
  }

  private static int toggle(List<ToggleChange> changes, long[] target, int offset) {
    int next = offset;
    for (ToggleChange change : ordered(changes, Comparator.comparing(ToggleChange::at))) {
      target[next++] = Ticks.of(change.at());
      target[next++] = ((long) Index.of(change.which()) << 1) | (change.on() ? 1 : 0);
    }
    return next;
  }

  private static <E> List<E> ordered(List<E> events, Comparator<E> byTime) {
    return events.size() < 2 ? events : events.stream().sorted(byTime).toList();
  }

  private static void objections(List<Objection> objections, long[] target, int offset) {
    int next = offset;
    for (Objection objection : objections) {
      long filed = Ticks.of(objection.filedAt());
      target[next++] = filed;
      target[next++] = decided(objection, filed);
      long covers = 0;
      for (var control : objection.covers()) {
        covers |= 1L << Index.of(control);
      }
      target[next++] = covers | ((long) state(objection.state()) << STATE_SHIFT);
    }
  }

  /// A grant without a date counts from the filing; any other outcome without a date never came.
  private static long decided(Objection objection, long filed) {
    boolean granted = objection.state() == Objection.State.GRANTED;
    return objection.decidedAt().map(Ticks::of).orElse(granted ? filed : Ticks.NEVER);
  }

  private static int state(Objection.State state) {
    return switch (state) {
      case PENDING -> PENDING;
      case GRANTED -> GRANTED;
      case REFUSED, WITHDRAWN -> LIFTED;
    };
  }
}
