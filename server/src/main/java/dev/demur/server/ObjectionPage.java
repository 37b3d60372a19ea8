package dev.demur.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objection form.
///
/// @param error what must be put right, or null
public record ObjectionPage(List<Option> options, @Nullable String error) {

  /// One thing that can be objected to.
  public record Option(int number, String value, String label, boolean checked) {}
}
