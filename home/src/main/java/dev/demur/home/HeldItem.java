package dev.demur.home;

import dev.demur.model.Category;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.time.Instant;
import java.util.Optional;

/// One record that is held of a member, and what became of it in the latest snapshot.
///
/// @param excerpt the beginning of what is held; empty where only a stub is kept
/// @param purpose what the answer is for
/// @param answer `permit`, the code of the reason that left it out, or `not-built`
/// @param clause the clause that decided; empty when nothing has been built
public record HeldItem(
    RecordId record,
    Category category,
    Optional<Instant> createdAt,
    String excerpt,
    Purpose purpose,
    String answer,
    String clause) {
  public static final String PERMIT = "permit";
  public static final String NOT_BUILT = "not-built";

  public boolean used() {
    return answer.equals(PERMIT);
  }
}
