package dev.demur.assist.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts running text into sentences.
public final class Sentences {
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[.!?…][\"”’)]?)\\s+(?=[\\p{Lu}\\p{Lt}\\p{N}\"“‘(\\[])|\\s*\\R\\s*");

  private Sentences() {}

  /// The sentences of a text in order, without the space between them; lines are sentences too.
  public static List<String> of(String text) {
    return Arrays.stream(BETWEEN.split(text.strip(), -1)).filter(s -> !s.isBlank()).toList();
  }
}
