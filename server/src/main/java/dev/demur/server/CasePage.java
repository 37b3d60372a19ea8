package dev.demur.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One objection case, and what can be done with it.
///
/// @param workable whether whoever looks may decide, and there is something to decide
/// @param error what must be put right, or null
public record CasePage(
    String id,
    String person,
    String covers,
    String state,
    String filedAt,
    String due,
    String left,
    String reason,
    List<Step> steps,
    boolean workable,
    @Nullable String error) {
  public CasePage {
    steps = List.copyOf(steps);
  }

  /// One thing that was done.
  public record Step(String at, String what) {}
}
