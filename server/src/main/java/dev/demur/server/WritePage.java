package dev.demur.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Suggestions to review, change and decide on.
///
/// @param message why there is no suggestion, or what became of the last one; or null
public record WritePage(String prefix, List<Shown> suggestions, @Nullable String message) {

  /// One suggestion.
  public record Shown(String id, String kind, String text, String source, List<String> evidence) {}
}
