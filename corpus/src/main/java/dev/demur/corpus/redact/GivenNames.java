package dev.demur.corpus.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Given names that are common in many countries: a public constant, the same for everybody.
public final class GivenNames {
  private static final String FILE = "given-names.txt";
  private static final List<String> NAMES = load(FILE);
  static final WordSet ALL = new WordSet(String.join(" ", NAMES));

  private GivenNames() {}

  /// Whether a word is one of them, whatever its case and accents.
  public static boolean contains(String word) {
    return ALL.contains(Fold.hash(word));
  }

  /// All of them, in small letters without accents.
  public static List<String> all() {
    return NAMES;
  }

  private static List<String> load(String name) {
    try (InputStream in = GivenNames.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the list of given names is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of given names", e);
    }
  }
}
