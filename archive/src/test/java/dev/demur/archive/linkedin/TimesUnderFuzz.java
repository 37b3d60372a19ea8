package dev.demur.archive.linkedin;

/// Lets the fuzzer at times, which nobody outside this package reads.
public final class TimesUnderFuzz {
  private TimesUnderFuzz() {}

  public static void parse(String text) {
    var unused = Times.parse(text);
  }
}
