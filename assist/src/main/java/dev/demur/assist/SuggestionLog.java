package dev.demur.assist;

import dev.demur.model.MemberId;
import java.util.List;
import java.util.Set;

/// Keeps what was shown to whom, so that a member can learn whose text was in it.
@FunctionalInterface
public interface SuggestionLog {
  /// A suggestion that is about to be shown.
  ///
  /// @param supporters members whose text has stretches of it, but for the asker
  record Entry(Suggestion suggestion, Set<MemberId> supporters) {
    public Entry {
      supporters = Set.copyOf(supporters);
    }
  }

  /// Called before the suggestions of an answer are shown; when it throws, nothing is shown.
  ///
  /// @param asker to whom
  /// @param entries at least one
  void shown(MemberId asker, List<Entry> entries);
}
