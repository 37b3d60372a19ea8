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
import org.jspecify.annotations.Nullable;

/// Who is a member, and what is known of them, as far as decisions may know.
///
/// A member is somebody whose own records the home has taken in; facts alone make nobody a member.
/// Everybody else is a stranger, as is whoever is leaving.
final class Membership implements MemberFactSource {
  private final LedgerView joined;
  private final LedgerView view;
  private final Set<MemberId> leaving;
  private @Nullable SortedSet<MemberId> members;

  private Membership(LedgerView joined, LedgerView view, Set<MemberId> leaving) {
    this.joined = joined;
    this.view = view;
    this.leaving = leaving;
  }

  /// @param view under the program whose notices count
  /// @param leaving who is being erased, and counts as a stranger already
  static Membership at(LedgerView view, Set<MemberId> leaving) {
    view.load();
    return new Membership(view, view, Set.copyOf(leaving));
  }

  /// The same members, with what another view knows of them.
  Membership knowing(LedgerView other) {
    other.load();
    return new Membership(joined, other, leaving);
  }

  /// All of them; whoever asks about a few asks [#factsOf], which does not go through everybody.
  synchronized SortedSet<MemberId> members() {
    SortedSet<MemberId> known = members;
    if (known == null) {
      known = new TreeSet<>();
      for (MemberId member : joined.members()) {
        if (isMember(member)) {
          known.add(member);
        }
      }
      members = known;
    }
    return known;
  }

  private boolean isMember(MemberId member) {
    return !leaving.contains(member) && joined.hasJoined(member);
  }

  LedgerView view() {
    return view;
  }

  @Override
  public Optional<MemberFacts> factsOf(MemberId member) {
    return isMember(member) ? view.factsOf(member) : Optional.empty();
  }

  /// The same facts, found by the tokens under which people stand in stored records, too.
  MemberFactSource byToken(PersonTokens tokens) {
    return tokens.resolving(this, members());
  }
}
