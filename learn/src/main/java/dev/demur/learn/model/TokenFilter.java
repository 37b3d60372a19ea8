package dev.demur.learn.model;

import java.util.List;

/// Says, while a text is being written, which tokens may come next.
@FunctionalInterface
public interface TokenFilter {
  /// Whether `token` may follow. Asked for likely tokens only, the likeliest first.
  ///
  /// @param generated the tokens written so far, after the prompt; a view that grows
  boolean permits(List<Integer> generated, int token);

  /// Permits everything.
  static TokenFilter all() {
    return (generated, token) -> true;
  }
}
