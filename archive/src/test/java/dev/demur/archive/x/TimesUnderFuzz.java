package dev.demur.archive.x;

/// Lets the fuzzer at times, which nobody outside this package reads.
public final class TimesUnderFuzz {
  private TimesUnderFuzz() {}

  public static void parse(String text) {
    var unused = XTimes.parse(text);
  }
}
