package dev.demur.learn.privacy;

import java.util.List;

/// A random sentence that nobody else writes.
///
/// @param prefix the words an attacker knows
/// @param suffix the words to find out
public record Canary(List<String> prefix, List<String> suffix) {
  public Canary {
    prefix = List.copyOf(prefix);
    suffix = List.copyOf(suffix);
  }

  /// The whole sentence.
  public String text() {
    return known() + " " + secret();
  }

  public String known() {
    return String.join(" ", prefix);
  }

  public String secret() {
    return String.join(" ", suffix);
  }
}
