package dev.demur.model;

import java.util.Optional;

/// Where decisions look members up.
@FunctionalInterface
public interface MemberFactSource {
  /// What is known of the member; empty for a stranger.
  Optional<MemberFacts> factsOf(MemberId member);
}
