package dev.demur.corpus.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One way of writing a name, as hashes of words.
///
/// @param words see [Fold#hash]
/// @param person whom it means
/// @param first the hash of the first name, to be taken for the person later in the text
/// @param last the hash of the last name, likewise
record NamePattern(List<Long> words, Kind kind, String person, long first, long last) {
  static final Comparator<NamePattern> LONGEST_FIRST =
      Comparator.comparingInt((NamePattern p) -> -p.words.size())
          .thenComparing(NamePattern::kind)
          .thenComparing(NamePattern::person);

  private static final int MAX_WORDS = 6;

  enum Kind {
    /// `Anna Berg`
    FULL,
    /// `Berg, Anna`
    REVERSED,
    /// `A. Berg`
    INITIAL,
    /// `Anna`
    FIRST,
    /// `aberg77`
    HANDLE,
    /// `Berg`, where a title or the rest of the text says that a person is meant
    LAST
  }

  long word(int index) {
    return words.get(index);
  }

  static List<NamePattern> ofFullName(String person, List<String> first, List<String> last) {
    if (first.size() + last.size() > MAX_WORDS) {
      return ofFullName(person, first.subList(0, 1), last.subList(last.size() - 1, last.size()));
    }
    List<NamePattern> patterns = new ArrayList<>();
    long firstHash = Fold.hash(first.getFirst());
    long lastHash = Fold.hash(last.getLast());
    patterns.add(of(Kind.FULL, person, first, last, firstHash, lastHash));
    patterns.add(of(Kind.REVERSED, person, last, first, firstHash, lastHash));
    String initial = first.getFirst().substring(0, 1);
    patterns.add(of(Kind.INITIAL, person, List.of(initial), last, firstHash, lastHash));
    if (first.size() > 1) {
      patterns.add(of(Kind.FULL, person, first.subList(0, 1), last, firstHash, lastHash));
    }
    if (last.size() > 1) {
      patterns.add(
          of(
              Kind.FULL,
              person,
              first,
              last.subList(last.size() - 1, last.size()),
              firstHash,
              lastHash));
    }
    patterns.add(of(Kind.LAST, person, List.of(), last, firstHash, lastHash));
    return patterns;
  }

  static NamePattern ofFirstName(String person, String first) {
    return of(Kind.FIRST, person, List.of(first), List.of(), Fold.hash(first), 0);
  }

  static NamePattern ofHandle(String person, String handle) {
    return of(Kind.HANDLE, person, List.of(handle), List.of(), 0, 0);
  }

  private static NamePattern of(
      Kind kind, String person, List<String> left, List<String> right, long first, long last) {
    List<Long> words = new ArrayList<>();
    left.forEach(word -> words.add(Fold.hash(word)));
    right.forEach(word -> words.add(Fold.hash(word)));
    return new NamePattern(List.copyOf(words), kind, person, first, last);
  }
}
