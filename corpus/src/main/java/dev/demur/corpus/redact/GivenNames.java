package dev.demur.corpus.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Given names that are common in many countries: a public constant, the same for everybody.
public final class GivenNames {
  static final WordSet ALL = load("given-names.txt");

  private GivenNames() {}

  /// Whether a word is one of them, whatever its case and accents.
  public static boolean contains(String word) {
    return ALL.contains(Fold.hash(word));
  }

  private static WordSet load(String name) {
    try (InputStream in = GivenNames.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the list of given names is missing from this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new WordSet(
          text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of given names", e);
    }
  }
}
