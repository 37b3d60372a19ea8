package dev.demur.assist.profile;

import java.time.YearMonth;
import java.util.Optional;

/// A job the member holds or held.
///
/// @param started empty means the record does not say
/// @param finished empty means it is held still, or that the record says it so that no month can be
///   read
/// @param current whether it is held still
public record Position(
    Optional<Fact> title,
    Optional<Fact> company,
    Optional<Fact> description,
    Optional<YearMonth> started,
    Optional<YearMonth> finished,
    boolean current) {}
