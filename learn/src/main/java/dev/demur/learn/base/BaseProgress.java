package dev.demur.learn.base;

/// Hears how the training of a base goes on; called by the training thread.
public interface BaseProgress {
  /// One step was made.
  ///
  /// @param step from 1
  /// @param loss of the step's batch, in nats
  /// @param tokens of the step's batch
  void stepped(int step, int steps, double loss, int tokens);

  /// The held-out text was measured.
  void measured(Measurement measurement);

  /// Nobody listens.
  static BaseProgress silent() {
    return new BaseProgress() {
      @Override
      public void stepped(int step, int steps, double loss, int tokens) {}

      @Override
      public void measured(Measurement measurement) {}
    };
  }
}
