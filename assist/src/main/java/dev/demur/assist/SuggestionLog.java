package dev.demur.assist;

import dev.demur.model.MemberId;
import java.util.Set;

/// Keeps what was shown to whom, so that a member can learn whose text was in it.
@FunctionalInterface
public interface SuggestionLog {
  /// Called before a suggestion is shown; when it throws, nothing is shown.
  ///
  /// @param asker to whom
  /// @param supporters members whose text has stretches of the suggestion in it, but for the asker
  void shown(MemberId asker, Suggestion suggestion, Set<MemberId> supporters);
}
