package dev.demur.server;

import dev.demur.ledger.objection.ObjectionCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One objection case, and what can be done with it.
///
/// @param workable whether whoever looks may decide, and there is something to decide
/// @param tellable whether whoever looks may enter which recipients were told
/// @param error what must be put right, or null
/// @param wrongField the id of the field it is in
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
    List<ObjectionCase.Recipient> recipients,
    boolean workable,
    boolean tellable,
    @Nullable String error,
    String wrongField) {
  public CasePage {
    steps = List.copyOf(steps);
    recipients = List.copyOf(recipients);
  }

  /// One thing that was done.
  ///
  /// @param removal position of the entry that certifies the removal that did it; 0 for none
  public record Step(String at, String what, long removal) {}
}
