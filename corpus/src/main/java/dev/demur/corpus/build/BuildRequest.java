package dev.demur.corpus.build;

import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.program.Program;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// What a corpus is to be built for.
///
/// @param facts what is known of members, by their own ids
/// @param members everyone the facts know
/// @param deletedAt when a member deleted a record
/// @param objectorNames the names and handles of everyone with a pending or granted objection
/// @param at the instant for which decisions are asked
/// @param alsoAt another instant at which they must hold as well: now, when `at` is the past
/// @param dirty the only holders for whom anything but the program, `at` and `objectorNames` can
///   have changed since the last build; empty means everybody. Include the holders who name a
///   person whose facts changed, see [dev.demur.corpus.store.RecordTable#holdersNaming]
public record BuildRequest(
    Program program,
    MemberFactSource facts,
    Set<MemberId> members,
    Function<RecordId, Optional<Instant>> deletedAt,
    SortedSet<String> objectorNames,
    Instant at,
    Optional<Instant> alsoAt,
    Optional<Set<MemberId>> dirty) {
  public BuildRequest {
    members = Set.copyOf(members);
    objectorNames = Collections.unmodifiableSortedSet(new TreeSet<>(objectorNames));
    dirty = dirty.map(Set::copyOf);
  }
}
