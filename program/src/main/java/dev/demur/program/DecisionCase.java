package dev.demur.program;

import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One line of a batch: a decision to make, with all the facts.
///
/// @param purpose index of the purpose; one past the last for a purpose unknown to Demur
/// @param recipient index of the recipient, likewise
/// @param category index of the category, likewise; `record` has a stand-in then
record DecisionCase(
    String id,
    Instant at,
    int purpose,
    int recipient,
    int category,
    RecordFacts record,
    Map<MemberId, MemberFacts> members)
    implements MemberFactSource {

  @Override
  public Optional<MemberFacts> factsOf(MemberId member) {
    return Optional.ofNullable(members.get(member));
  }
}
