package dev.demur.corpus.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words of one file of word lists. Immutable, thread-safe.
final class WordList {
  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private int shortest = Integer.MAX_VALUE;

  WordList(String name) {
    for (String line : lines(name)) {
      if (line.endsWith("*")) {
        stems.add(line.substring(0, line.length() - 1));
        shortest = Math.min(shortest, line.length() - 1);
      } else {
        words.add(line);
      }
    }
  }

  boolean contains(String word) {
    if (words.contains(word)) {
      return true;
    }
    for (int length = word.length(); length >= shortest; length--) {
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
