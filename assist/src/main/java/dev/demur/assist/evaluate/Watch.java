package dev.demur.assist.evaluate;

/// Told how far a measurement is.
@FunctionalInterface
public interface Watch {
  /// Tells nobody.
  Watch NONE = (what, done, all) -> {};

  /// One step forward.
  ///
  /// @param what is being measured
  /// @param done how many of `all`
  void at(String what, int done, int all);
}
