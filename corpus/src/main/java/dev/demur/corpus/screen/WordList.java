package dev.demur.corpus.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of one file of word lists. Immutable, thread-safe.
final class WordList {
  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();

  /// The lengths of stems, a bit each.
  private long lengths;

  WordList(String name) {
    for (String line : lines(name)) {
      if (line.endsWith("*")) {
        stems.add(line.substring(0, line.length() - 1));
        lengths |= 1L << (line.length() - 1);
      } else {
        words.add(line);
      }
    }
  }

  /// All but those with any ending.
  Set<String> words() {
    return Collections.unmodifiableSet(words);
  }

  /// The first words of all lines.
  Set<String> firstWords() {
    return words.stream()
        .map(line -> line.substring(0, (line + " ").indexOf(' ')))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean contains(String word) {
    if (words.contains(word)) {
      return true;
    }
    for (long left = lengths; left != 0; left &= left - 1) {
      int length = Long.numberOfTrailingZeros(left);
      if (length > word.length()) {
        return false;
      }
      if (stems.contains(word.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  /// The lines of a list without comments and blank ones.
  static List<String> lines(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the word list is missing from this build: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the word list " + name, e);
    }
  }
}
