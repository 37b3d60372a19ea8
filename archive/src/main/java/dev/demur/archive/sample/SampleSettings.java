package dev.demur.archive.sample;

/// What sample network to write.
///
/// @param members how many archives, 10 to 1,000,000
/// @param seed equal seeds give equal bytes
/// @param canaries whether to plant a distinct phrase of nonsense words in every place that must
///   never reach training
/// @param format of the archives
public record SampleSettings(int members, long seed, boolean canaries, SampleFormat format) {
  private static final int LEAST = 10;
  private static final int MOST = 1_000_000;

  public SampleSettings {
    if (members < LEAST || members > MOST) {
      throw new IllegalArgumentException(
          "members must be %d to %d, got %d".formatted(LEAST, MOST, members));
    }
  }

  /// A LinkedIn network with canaries.
  public SampleSettings(int members, long seed) {
    this(members, seed, true, SampleFormat.LINKEDIN);
  }

  public SampleSettings withoutCanaries() {
    return new SampleSettings(members, seed, false, format);
  }

  public SampleSettings in(SampleFormat other) {
    return new SampleSettings(members, seed, canaries, other);
  }
}
