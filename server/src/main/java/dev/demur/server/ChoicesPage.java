package dev.demur.server;

import java.util.List;

/// What each choice would change, side by side.
public record ChoicesPage(List<Line> lines) {

  /// One effect: how it is now, and after each choice.
  public record Line(String what, String now, String off, String objection, String closure) {}
}
