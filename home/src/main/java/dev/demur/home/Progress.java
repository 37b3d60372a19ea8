package dev.demur.home;

/// Where a long job tells how far it is. Called from several threads.
@FunctionalInterface
public interface Progress {
  /// Says nothing to nobody.
  Progress NONE = (step, done, total) -> {};

  /// One step forward.
  ///
  /// @param step what is being done, e.g. `importing`
  /// @param done how many of `total`; never more
  /// @param total 0 when unknown
  void at(String step, long done, long total);

  /// One step forward, counted in bytes.
  default void bytes(String step, long done, long total) {
    at(step, done, total);
  }
}
