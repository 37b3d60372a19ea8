package dev.demur.home;

import dev.demur.assist.profile.MemberProfile;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What members' own records say of them, kept for those who ask again: whoever types asks with
/// every word. Kept in memory only, and only as long as the records are the same. Thread-safe.
final class Profiles {
  private static final int MOST_KEPT = 2_000;

  private final Home home;

  /// Least lately used first.
  private final Map<MemberId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  Profiles(Home home) {
    this.home = home;
  }

  /// @param month in which it was made: years of experience are counted from it
  private record Kept(String stamp, YearMonth month, MemberProfile profile) {
    boolean holds(Optional<String> now, YearMonth thisMonth) {
      return now.equals(Optional.of(stamp)) && month.equals(thisMonth);
    }
  }

  /// A member's profile as the records are now.
  MemberProfile of(MemberId member) {
    Instant now = home.clock().instant();
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    Optional<String> stamp = home.records().stampOf(member);
    synchronized (kept) {
      Kept known = kept.get(member);
      if (known != null && known.holds(stamp, month)) {
        return known.profile();
      }
      kept.remove(member);
    }
    MemberProfile profile = MemberProfile.of(member, home.records().of(member), now);
    // Records that changed in between have another stamp the next time.
    stamp.ifPresent(known -> keep(member, new Kept(known, month, profile)));
    return profile;
  }

  private void keep(MemberId member, Kept profile) {
    synchronized (kept) {
      kept.put(member, profile);
      var eldest = kept.keySet().iterator();
      for (int tooMany = kept.size() - MOST_KEPT; tooMany > 0; tooMany--) {
        eldest.next();
        eldest.remove();
      }
    }
  }

  /// Keeps only what the records still say.
  void sweep() {
    List<MemberId> members;
    synchronized (kept) {
      members = List.copyOf(kept.keySet());
    }
    for (MemberId member : members) {
      Optional<String> stamp = home.records().stampOf(member);
      synchronized (kept) {
        Kept known = kept.get(member);
        if (known != null && !stamp.equals(Optional.of(known.stamp()))) {
          kept.remove(member);
        }
      }
    }
  }
}
