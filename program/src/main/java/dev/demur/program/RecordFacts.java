package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that a decision may know of one record.
///
/// @param createdAt empty means unknown
/// @param author empty means unknown
/// @param about whom it describes, other than the author
/// @param mentions whom it mentions
/// @param deletedAt when the member deleted it
public record RecordFacts(
    Category category,
    Optional<Instant> createdAt,
    Optional<MemberId> author,
    List<MemberId> about,
    List<MemberId> mentions,
    Optional<Instant> deletedAt) {
  public RecordFacts {
    about = List.copyOf(about);
    mentions = List.copyOf(mentions);
  }
}
