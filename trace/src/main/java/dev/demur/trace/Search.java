package dev.demur.trace;

import dev.demur.model.MemberId;
import java.util.Arrays;
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

  private static final Range NOTHING = new Range(0, 0);

  Range all() {
    return new Range(0, segment.words());
  }

  /// Of the suffixes that agree in `depth` words, those whose next word is this one; all of them
  /// agree in no word.
  Range narrow(Range range, int depth, int word) {
    if (word == 0 || range.isEmpty()) {
      return NOTHING;
    }
    if (depth == 0) {
      return new Range(segment.firstSuffix(word), segment.firstSuffix(word + 1));
    }
    int low = segment.firstWith(word, range.low(), range.high(), depth);
    return new Range(low, segment.firstWith(word + 1, low, range.high(), depth));
  }

  /// The suffixes that begin with these words.
  Range find(List<String> words) {
    int[] numbers = new int[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = segment.wordNumber(words.get(i));
      if (numbers[i] == 0) {
        return NOTHING;
      }
    }
    return find(numbers);
  }

  private Range find(int[] numbers) {
    if (numbers.length == 0) {
      return all();
    }
    Range first = narrow(all(), 0, numbers[0]);
    int low = segment.firstFrom(numbers, numbers.length, first.low(), first.high(), false);
    return new Range(low, segment.firstFrom(numbers, numbers.length, low, first.high(), true));
  }

  /// A text whose words are looked up when they are needed.
  Text text(List<String> words) {
    return new Text(words);
  }

  /// The words of a text in this segment.
  final class Text {
    private static final int UNKNOWN = -1;

    private final List<String> words;
    private final int[] numbers;

    private Text(List<String> words) {
      this.words = words;
      this.numbers = new int[words.size()];
      Arrays.fill(numbers, UNKNOWN);
    }

    private int number(int word) {
      if (numbers[word] == UNKNOWN) {
        numbers[word] = segment.wordNumber(words.get(word));
      }
      return numbers[word];
    }

    /// How many of the words from `from` on stand one behind the other in rows that count; 0 if
    /// fewer than `least` do.
    int longestMatch(int from, int least) {
      if (from + least > numbers.length) {
        return 0;
      }
      int[] first = new int[least];
      for (int i = 0; i < least; i++) {
        first[i] = number(from + i);
        if (first[i] == 0) {
          return 0;
        }
      }
      Range range = find(first);
      int depth = least;
      if (!anyCounts(range)) {
        return 0;
      }
      while (from + depth < numbers.length) {
        range = narrow(range, depth, number(from + depth));
        if (!anyCounts(range)) {
          return depth;
        }
        depth++;
      }
      return depth;
    }
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
