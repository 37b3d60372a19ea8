package dev.demur.home;

import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The removal being worked: written before anything else happens, deleted when all is done.
///
/// @param erase ids of who leaves altogether
/// @param requestedAt when the first of them was asked for
record RemovalPlan(List<String> erase, Instant requestedAt) {
  RemovalPlan {
    erase = List.copyOf(erase);
  }

  static RemovalPlan of(Collection<MemberId> members, Instant requestedAt) {
    return new RemovalPlan(
        members.stream().map(MemberId::value).sorted().distinct().toList(), requestedAt);
  }

  SortedSet<MemberId> members() {
    SortedSet<MemberId> members = new TreeSet<>();
    erase.forEach(id -> members.add(new MemberId(id)));
    return members;
  }

  RemovalPlan and(Collection<MemberId> more) {
    SortedSet<MemberId> all = members();
    all.addAll(more);
    return of(all, requestedAt);
  }
}
