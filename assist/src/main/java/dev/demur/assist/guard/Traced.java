package dev.demur.assist.guard;

/// A stretch of a text that stands in the corpus, and by how many members.
///
/// @param start first UTF-16 unit
/// @param end one past the last UTF-16 unit
/// @param members distinct members, the asking one left out, counted up to [Guard#MOST_COUNTED]
public record Traced(int start, int end, int words, int members) {
  /// The same stretch in a text that begins at this unit of the text; what lies before is cut off.
  public Traced from(int begin) {
    return new Traced(Math.max(0, start - begin), end - begin, words, members);
  }
}
