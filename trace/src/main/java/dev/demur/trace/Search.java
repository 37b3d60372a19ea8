package dev.demur.trace;

import dev.demur.model.MemberId;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.IntStream;

/// One segment as a query sees it: some of its members do not count.
///
/// @param ignored numbers of the members that do not count
record Search(Segment segment, BitSet ignored) {

  static Search of(Segment segment, Set<MemberId> ignoredMembers) {
    BitSet ignored = new BitSet();
    List<MemberId> members = segment.members();
    for (int i = 0; i < members.size(); i++) {
      ignored.set(i, ignoredMembers.contains(members.get(i)));
    }
    return new Search(segment, ignored);
  }

  /// The same, but this member does not count either.
  Search without(MemberId member) {
    int number = Collections.binarySearch(segment.members(), member);
    if (number < 0) {
      return this;
    }
    BitSet more = (BitSet) ignored.clone();
    more.set(number);
    return new Search(segment, more);
  }

  /// The suffixes from `low` to before `high`: those that begin with some words.
  record Range(int low, int high) {
    boolean isEmpty() {
      return low >= high;
    }
  }

  Range all() {
    return new Range(0, segment.words());
  }

  /// Of the suffixes that agree in `depth` words, those whose next word is this one.
  Range narrow(Range range, int depth, int word) {
    if (word == 0 || range.isEmpty()) {
      return new Range(0, 0);
    }
    int low = segment.firstWith(word, range.low(), range.high(), depth);
    return new Range(low, segment.firstWith(word + 1, low, range.high(), depth));
  }

  /// The suffixes that begin with these words.
  Range find(List<String> words) {
    Range range = all();
    for (int depth = 0; depth < words.size() && !range.isEmpty(); depth++) {
      range = narrow(range, depth, segment.wordNumber(words.get(depth)));
    }
    return range;
  }

  /// Numbers of a text's words in this segment.
  int[] numbers(List<String> words) {
    return words.stream().mapToInt(segment::wordNumber).toArray();
  }

  /// How many of the words from `from` on stand one behind the other in rows that count.
  int longestMatch(int[] words, int from) {
    Range range = all();
    int depth = 0;
    while (from + depth < words.length) {
      range = narrow(range, depth, words[from + depth]);
      if (!anyCounts(range)) {
        return depth;
      }
      depth++;
    }
    return depth;
  }

  boolean counts(int suffix) {
    return !ignored.get(segment.memberOf(suffix));
  }

  private boolean anyCounts(Range range) {
    for (int suffix = range.low(); suffix < range.high(); suffix++) {
      if (counts(suffix)) {
        return true;
      }
    }
    return false;
  }

  /// How many distinct members that count have these suffixes; stops counting at `limit`.
  int members(Range range, int limit) {
    return members(IntStream.range(range.low(), range.high()), limit);
  }

  /// How many distinct members that count have these suffixes; stops counting at `limit`.
  int members(IntStream suffixes, int limit) {
    BitSet seen = new BitSet();
    int count = 0;
    PrimitiveIterator.OfInt next = suffixes.iterator();
    while (count < limit && next.hasNext()) {
      int member = segment.memberOf(next.nextInt());
      if (!ignored.get(member) && !seen.get(member)) {
        seen.set(member);
        count++;
      }
    }
    return count;
  }
}
