package dev.demur.learn.adapter;

/// Asked before each slice that is about to be trained: whether training may go on.
@FunctionalInterface
public interface SliceGate {
  /// Returns where the slice may be trained, and throws where it may not; what is thrown ends the
  /// run and reaches the caller. Nothing of the slice has been deleted or written by then. Called
  /// from several threads at once.
  void before(SliceId slice);

  /// Never refuses.
  static SliceGate open() {
    return slice -> {};
  }
}
