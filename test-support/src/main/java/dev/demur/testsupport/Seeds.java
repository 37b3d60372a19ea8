package dev.demur.testsupport;

import java.util.stream.LongStream;

/// Seeds for tests over random cases: fixed, so that a failing name replays the failing case.
///
/// `-Ddemur.seeds=N` asks for more of them, for soaks.
public final class Seeds {
  private static final String MORE = "demur.seeds";

  private Seeds() {}

  /// The seeds 1 to `usual`, or to N where `-Ddemur.seeds=N` is given and larger.
  public static LongStream upTo(int usual) {
    return LongStream.rangeClosed(1, Math.max(usual, Integer.getInteger(MORE, 0)));
  }
}
