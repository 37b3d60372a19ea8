package dev.demur.program;

import java.time.Instant;

/// The law for one use at one instant: the innermost function of the whole system.
///
/// Who decides many records for one use at one instant takes this rather than [Program#decide]: it
/// reads numbers and allocates nothing. A verdict is a number too; [Program#reasonOf] and
/// [Program#clauseOf] say what it means. Immutable and safe for use by many threads.
public final class Occasion {
  /// A record is permitted.
  public static final long PERMIT = Verdict.PERMIT;

  static final int STRANGER = -1;

  /// The instants at which a decision can be asked for; far inside what [Ticks] can tell apart.
  static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  /// The first instant that is too late to ask for.
  static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private static final long LONGEST_YEAR = 366;
  private static final long DAYS_OF_ANY_ZONE = 2;

  /// A day in the 17th century; [Ticks] of days after it do not overflow.
  private static final long LONG_BEFORE = -100_000;

  private final Law law;
  private final long at;
  private final long purposeVerdict;
  private final long adultBornBy;
  private final long ended;
  private final long started;
  private final long recipientAllowed;
  private final long[] recipientRefused;
  private final byte[] objectionReach;
  private final byte[] toggleReach;

  Occasion(Law law, int purpose, int recipient, Instant instant) {
    if (!isAskable(instant)) {
      throw new IllegalArgumentException(
          "decisions can be asked for from %s until %s, got %s".formatted(FIRST, LAST, instant));
    }
    this.law = law;
    at = Ticks.of(instant);
    purposeVerdict = law.purpose[purpose];
    adultBornBy = ZoneTable.bornBy(law.zone.day(at), law.minimumAge);
    ended = reached(law.ends);
    started = reached(law.starts);
    recipientAllowed = reached(law.allowedFrom[recipient]);
    recipientRefused = law.recipientRefused[recipient];
    objectionReach = law.objectionReach[purpose];
    toggleReach = law.toggleReach[purpose][recipient];
  }

  static boolean isAskable(Instant instant) {
    return !instant.isBefore(FIRST) && instant.isBefore(LAST);
  }

  /// The regions whose instant has come, as a mask.
  private long reached(long[] instants) {
    long mask = 0;
    for (int region = 0; region < instants.length; region++) {
      mask |= instants[region] <= at ? 1L << region : 0;
    }
    return mask;
  }

  /// Whether a record about nobody but its author may be used.
  ///
  /// @param category as [MemberTable#category] numbers it
  /// @param createdAt as [MemberTable#ticks] numbers it
  /// @param deletedAt as [MemberTable#ticksOrNever] numbers it
  /// @param author place in `members`, or -1 for a stranger
  /// @return [#PERMIT] or a number for the denial
  public long decide(
      int category, long createdAt, long deletedAt, MemberTable members, int author) {
    int offset = author < 0 ? STRANGER : members.offset(author);
    return author(category, createdAt, deletedAt, members.facts(), offset);
  }

  /// Whether somebody whom a record is about, or mentions, permits its use.
  ///
  /// @return [#PERMIT] or a number for the denial
  public long decideForOther(int category, long createdAt, MemberTable members, int person) {
    int offset = person < 0 ? STRANGER : members.offset(person);
    return other(category, createdAt, members.facts(), offset);
  }

  /// Whether a record may be used as far as its author goes, as a [Verdict].
  long author(int category, long createdAt, long deletedAt, long[] facts, int author) {
    if (deletedAt <= at) {
      return law.recordDeleted;
    }
    if (author == STRANGER) {
      return law.authorUnknown;
    }
    if (facts[author + PackedFacts.CLOSED] <= at) {
      return law.accountClosed;
    }
    if (law.category[category] != Verdict.PERMIT) {
      return law.category[category];
    }
    if (purposeVerdict != Verdict.PERMIT) {
      return purposeVerdict;
    }
    long personal = personal(category, createdAt, facts, author);
    return personal == Verdict.PERMIT ? window(createdAt) : personal;
  }

  /// Whether somebody whom a record is about, or mentions, permits its use, as a [Verdict].
  long other(int category, long createdAt, long[] facts, int person) {
    if (person == STRANGER) {
      return law.authorUnknown;
    }
    return facts[person + PackedFacts.CLOSED] <= at
        ? law.accountClosed
        : personal(category, createdAt, facts, person);
  }

  /// The author's verdict, or the denial for the first subject who denies.
  long withSubject(long author, long subject) {
    return author != Verdict.PERMIT || subject == Verdict.PERMIT || !law.aboutMustPermit
        ? author
        : Verdict.subjectDenied(law.subjectDenied, subject);
  }

  private long personal(int category, long createdAt, long[] facts, int person) {
    long born = facts[person + PackedFacts.BORN];
    if (born == Ticks.UNKNOWN) {
      return law.ageUnknown;
    }
    if (born > adultBornBy) {
      return law.minor;
    }
    if (law.minorRecordsDenied && createdAt != Ticks.UNKNOWN && wasMinor(born, createdAt)) {
      return law.createdAsMinor;
    }
    long counts = facts[person + PackedFacts.COUNTS];
    int residences = (int) counts & PackedFacts.COUNT_MASK;
    int changes = (int) (counts >>> PackedFacts.COUNT_BITS) & PackedFacts.COUNT_MASK;
    int objections = (int) (counts >>> (2 * PackedFacts.COUNT_BITS));
    int next = person + PackedFacts.EVENTS;
    long lived = regionsLivedIn(createdAt, facts, next, residences);
    long verdict = regional(lived);
    if (verdict != Verdict.PERMIT) {
      return verdict;
    }
    next += 2 * residences;
    int reach = objectionReach[category];
    if (objections > 0 && reach != 0) {
      verdict = objected(reach, facts, next + 2 * changes, objections);
      if (verdict != Verdict.PERMIT) {
        return verdict;
      }
    }
    for (int left = toggleReach[category]; left != 0; left &= left - 1) {
      int which = Integer.numberOfTrailingZeros(left);
      if (isOff(which, createdAt, facts, next, changes)) {
        return law.toggleOff[which];
      }
    }
    long required = lived & law.noticeRequired;
    return required == 0 ? Verdict.PERMIT : noticed(required, facts[person + PackedFacts.NOTICED]);
  }

  /// The regions that count for a record of this person, as a mask; see [Law] for its marks.
  long regionsThatCount(long createdAt, long[] facts, int person) {
    int residences = (int) facts[person + PackedFacts.COUNTS] & PackedFacts.COUNT_MASK;
    return regionsLivedIn(createdAt, facts, person + PackedFacts.EVENTS, residences);
  }

  /// Most records are far younger than their authors' coming of age, which is seen without a
  /// calendar.
  private boolean wasMinor(long born, long createdAt) {
    long surelyAdult = born + (law.minimumAge + 1) * LONGEST_YEAR + DAYS_OF_ANY_ZONE;
    if (born > LONG_BEFORE && createdAt > surelyAdult * Ticks.DAY) {
      return false;
    }
    return born > ZoneTable.bornBy(law.zone.day(createdAt), law.minimumAge);
  }

  /// The regions in which a record of this age has lived with its author, as a mask.
  ///
  /// Residence lasts from its instant until the next one's. Before the first that is known, the
  /// first is assumed. A record of unknown age has lived in all of them.
  private long regionsLivedIn(long createdAt, long[] facts, int offset, int residences) {
    long lived = 0;
    int end = offset + 2 * residences;
    for (int i = offset; i < end && facts[i] <= at; i += 2) {
      long until = i + 2 < end ? facts[i + 2] : Ticks.NEVER;
      boolean current = until > at;
      if (current || (law.strictest && until > createdAt && until != facts[i])) {
        lived |= 1L << law.regionOfCountry[(int) facts[i + 1]];
      }
    }
    return lived;
  }

  private long regional(long lived) {
    if (lived == 0 || (lived & (1L << Law.NO_COUNTRY)) != 0) {
      return law.regionUnknown;
    }
    if ((lived & (1L << Law.NOT_COVERED)) != 0) {
      return law.regionNotCovered;
    }
    if ((lived & (1L << Law.LEFT_OUT)) != 0) {
      return law.regionLeftOut;
    }
    if ((lived & ended) != 0) {
      return law.regionEnded[Long.numberOfTrailingZeros(lived & ended)];
    }
    if ((lived & ~started) != 0) {
      return law.notStarted[Long.numberOfTrailingZeros(lived & ~started)];
    }
    if ((lived & ~recipientAllowed) != 0) {
      return recipientRefused[Long.numberOfTrailingZeros(lived & ~recipientAllowed)];
    }
    return Verdict.PERMIT;
  }

  private long objected(int reach, long[] facts, int offset, int objections) {
    long granted = 0;
    boolean pending = false;
    for (int i = offset; i < offset + 3 * objections; i += 3) {
      long covered = facts[i + 2] & PackedFacts.COVERS_MASK & reach;
      if (facts[i] > at || covered == 0) {
        continue;
      }
      int state = (int) facts[i + 2] >>> PackedFacts.STATE_SHIFT;
      if (state == PackedFacts.PENDING || facts[i + 1] > at) {
        pending = true;
      } else if (state == PackedFacts.GRANTED) {
        granted |= covered;
      }
    }
    if (granted != 0) {
      return law.objectionGranted[Long.numberOfTrailingZeros(granted)];
    }
    return pending && law.pendingRestricts ? law.objectionPending : Verdict.PERMIT;
  }

  private boolean isOff(int which, long createdAt, long[] facts, int offset, int changes) {
    int end = offset + 2 * changes;
    if (!law.toggleCutsByDataTime[which]) {
      return !isOnAt(at, which, facts, offset, end);
    }
    return createdAt == Ticks.UNKNOWN
        ? wasEverOff(which, facts, offset, end)
        : !isOnAt(Math.min(createdAt, at), which, facts, offset, end);
  }

  private boolean isOnAt(long when, int which, long[] facts, int offset, int end) {
    boolean on = law.toggleDefaultOn[which];
    for (int i = offset; i < end && facts[i] <= when; i += 2) {
      long change = facts[i + 1];
      on = change >>> 1 == which ? (change & 1) != 0 : on;
    }
    return on;
  }

  private boolean wasEverOff(int which, long[] facts, int offset, int end) {
    boolean off = !law.toggleDefaultOn[which];
    for (int i = offset; i < end && facts[i] <= at; i += 2) {
      off |= facts[i + 1] == (long) which << 1;
    }
    return off;
  }

  private long noticed(long required, long noticed) {
    if (noticed > at) {
      return law.noticeMissing[Long.numberOfTrailingZeros(required)];
    }
    for (long left = required; left != 0; left &= left - 1) {
      int region = Long.numberOfTrailingZeros(left);
      if (noticed > at - law.noticeLead[region]) {
        return law.noticeTooRecent[region];
      }
    }
    return Verdict.PERMIT;
  }

  private long window(long createdAt) {
    if (createdAt > at) {
      return law.createdLater;
    }
    if (law.windowFrom != Ticks.UNKNOWN && createdAt < law.windowFrom) {
      return law.beforeWindow;
    }
    boolean unknown = createdAt == Ticks.UNKNOWN;
    if (law.windowUntil != Ticks.NEVER && (unknown || createdAt >= law.windowUntil)) {
      return law.afterWindow;
    }
    return law.windowMaxAge != Ticks.NEVER && createdAt < at - law.windowMaxAge
        ? law.tooOld
        : Verdict.PERMIT;
  }
}
