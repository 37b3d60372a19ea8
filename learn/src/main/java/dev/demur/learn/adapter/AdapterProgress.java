package dev.demur.learn.adapter;

/// Hears how adapters are made; called from several threads at once.
public interface AdapterProgress {
  /// A checkpoint was there already.
  void kept(SliceId slice);

  /// A slice was trained and its checkpoint written.
  ///
  /// @param tokens learnt from, over all epochs
  /// @param loss mean over these tokens in nats, 0 without any
  void trained(SliceId slice, int members, long tokens, double loss);

  /// Nobody listens.
  static AdapterProgress silent() {
    return new AdapterProgress() {
      @Override
      public void kept(SliceId slice) {}

      @Override
      public void trained(SliceId slice, int members, long tokens, double loss) {}
    };
  }
}
