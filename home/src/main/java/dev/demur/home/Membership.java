package dev.demur.home;

import dev.demur.corpus.store.PersonTokens;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who is a member, and what is known of them, as far as decisions may know.
///
/// A member is somebody whose own records the home has taken in; facts alone make nobody a member.
/// Everybody else is a stranger, as is whoever is leaving.
final class Membership implements MemberFactSource {
  private final LedgerView view;
  private final Set<MemberId> leaving;
  private final SortedSet<MemberId> members;

  private Membership(LedgerView view, Set<MemberId> leaving, SortedSet<MemberId> members) {
    this.view = view;
    this.leaving = leaving;
    this.members = members;
  }

  /// @param view under the program whose notices count
  /// @param leaving who is being erased, and counts as a stranger already
  static Membership at(LedgerView view, Set<MemberId> leaving) {
    view.load();
    SortedSet<MemberId> members = new TreeSet<>();
    for (MemberId member : view.members()) {
      if (view.hasJoined(member) && !leaving.contains(member)) {
        members.add(member);
      }
    }
    return new Membership(view, Set.copyOf(leaving), members);
  }

  /// The same members, with what another view knows of them.
  Membership knowing(LedgerView other) {
    other.load();
    return new Membership(other, leaving, members);
  }

  SortedSet<MemberId> members() {
    return members;
  }

  LedgerView view() {
    return view;
  }

  @Override
  public Optional<MemberFacts> factsOf(MemberId member) {
    return members.contains(member) && !leaving.contains(member)
        ? view.factsOf(member)
        : Optional.empty();
  }

  /// The same facts, found by the tokens under which people stand in stored records, too.
  MemberFactSource byToken(PersonTokens tokens) {
    return tokens.resolving(this, members);
  }
}
