package dev.demur.trace;

import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the corpus holds at one moment: the answers to one request all come from one view.
///
/// Words are given folded, see [Words]. Immutable and thread-safe.
public final class TraceView {
  private final List<Segment> segments;
  private final Set<MemberId> ignored;
  private final List<Search> searches;

  private TraceView(List<Segment> segments, Set<MemberId> ignored, List<Search> searches) {
    this.segments = segments;
    this.ignored = ignored;
    this.searches = searches;
  }

  /// @throws IllegalArgumentException if a member has rows in two segments: then counts of distinct
  ///   members would be wrong
  static TraceView of(Collection<Segment> segments, Set<MemberId> ignored) {
    Set<MemberId> members = new HashSet<>();
    for (Segment segment : segments) {
      for (MemberId member : segment.members()) {
        if (!members.add(member)) {
          throw new IllegalArgumentException(
              "the rows of one member lie in two segments; each member belongs to one slice");
        }
      }
    }
    List<Search> searches = segments.stream().map(s -> Search.of(s, ignored)).toList();
    return new TraceView(List.copyOf(segments), Set.copyOf(ignored), searches);
  }

  List<Segment> segments() {
    return segments;
  }

  Set<MemberId> ignored() {
    return ignored;
  }

  /// The same corpus as if this member had written nothing.
  public TraceView without(MemberId member) {
    if (ignored.contains(member)) {
      return this;
    }
    Set<MemberId> more = new HashSet<>(ignored);
    more.add(member);
    return new TraceView(
        segments, more, searches.stream().map(search -> search.without(member)).toList());
  }

  /// The corpus as if this member alone had written in it.
  public TraceView only(MemberId member) {
    if (ignored.contains(member)) {
      return of(List.of(), Set.of());
    }
    for (Segment segment : segments) {
      if (Collections.binarySearch(segment.members(), member) >= 0) {
        Set<MemberId> others = new HashSet<>(segment.members());
        others.remove(member);
        return of(List.of(segment), others);
      }
    }
    return of(List.of(), Set.of());
  }

  /// The maximal stretches of at least `minWords` words of a text that stand in the corpus, in
  /// their order. They may overlap; none lies within another.
  public List<Span> spans(String text, int minWords) {
    return spansBehind(text, 0, minWords);
  }

  /// Of these stretches, those that end behind a place in the text; they may begin before it. Costs
  /// what lies behind costs, however long the text is.
  ///
  /// @param place counted in UTF-16 units
  public List<Span> spansBehind(String text, int place, int minWords) {
    requirePositive("minWords", minWords);
    Words words = Words.of(text);
    int seen = 0;
    while (seen < words.size() && words.end(seen) <= place) {
      seen++;
    }
    return maximal(words, longestMatches(words.list(), seen, minWords), minWords);
  }

  /// The same of what at least `k` distinct members wrote. Where a stretch ends says nothing about
  /// what fewer members wrote.
  public List<Span> spans(String text, int minWords, int k) {
    requirePositive("minWords", minWords);
    requirePositive("k", k);
    Words words = Words.of(text);
    return maximal(words, longestSupported(words.list(), minWords, k), minWords);
  }

  /// How many words from each one on at least `k` members wrote; 0 where it is fewer than
  /// `minWords`. One word later, at most one fewer is to be tried.
  private int[] longestSupported(List<String> words, int minWords, int k) {
    int[] longest = new int[words.size()];
    for (int from = 0; from + minWords <= longest.length; from++) {
      int length = Math.max(minWords, from == 0 ? 0 : longest[from - 1] - 1);
      if (support(words.subList(from, from + length), k) == k) {
        longest[from] = grown(words, from, length, k);
      }
    }
    return longest;
  }

  private int grown(List<String> words, int from, int supported, int k) {
    int length = supported;
    while (from + length < words.size()
        && support(words.subList(from, from + length + 1), k) == k) {
      length++;
    }
    return length;
  }

  private static List<Span> maximal(Words words, int[] lengths, int minWords) {
    List<Span> spans = new ArrayList<>();
    int reached = 0;
    for (int from = 0; from < lengths.length; from++) {
      int end = from + lengths[from];
      if (end > reached && lengths[from] >= minWords) {
        spans.add(
            new Span(words.start(from), words.end(end - 1), from, words.list().subList(from, end)));
      }
      reached = Math.max(reached, end);
    }
    return spans;
  }

  /// How many words from each one on stand in the corpus; 0 where fewer than `least` do, or where
  /// these end among the first `seen`. A stretch that begins earlier ends no later, so that from
  /// the first on that ends there, backwards, no other is looked for.
  private int[] longestMatches(List<String> words, int seen, int least) {
    int[] longest = new int[words.size()];
    for (Search search : searches) {
      Search.Text text = search.text(words);
      for (int from = longest.length - 1; from >= 0; from--) {
        int length = text.longestMatch(from, least);
        int mayReach = from + (length == 0 ? least - 1 : length);
        if (from < seen && mayReach <= seen) {
          break;
        }
        longest[from] = Math.max(longest[from], length);
      }
    }
    return longest;
  }

  /// How many distinct members wrote these words one behind the other; stops counting at `limit`.
  public int support(List<String> words, int limit) {
    requirePositive("limit", limit);
    int count = 0;
    for (Search search : searches) {
      if (count < limit && !words.isEmpty()) {
        count += search.members(search.find(words), limit - count);
      }
    }
    return count;
  }

  /// Up to `limit` places where these words stand, by member, record and place in it.
  public List<Occurrence> occurrences(List<String> words, int limit) {
    requirePositive("limit", limit);
    List<Occurrence> found = new ArrayList<>();
    for (Search search : searches) {
      Search.Range range = words.isEmpty() ? new Search.Range(0, 0) : search.find(words);
      for (int suffix = range.low(); suffix < range.high(); suffix++) {
        if (search.counts(suffix)) {
          found.add(search.segment().occurrence(suffix));
        }
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparing(Occurrence::member)
                .thenComparing(Occurrence::record)
                .thenComparingInt(Occurrence::word))
        .limit(limit)
        .toList();
  }

  /// Words that at least `k` distinct members write after the longest possible ending of these
  /// words, then after shorter ones, down to one word; best first. Placeholders are left out.
  public List<Continuation> continuations(List<String> words, int k, int limit) {
    return continuations(words, k, limit, 1);
  }

  /// The same, but after endings of at least `shortest` words: what follows a single common word is
  /// of little use and costs most.
  public List<Continuation> continuations(List<String> words, int k, int limit, int shortest) {
    requirePositive("shortest", shortest);
    return continuations(words, "", k, limit, shortest);
  }

  /// The same of the words that begin with some folded letters; these may also be looked for after
  /// no word at all.
  ///
  /// @param shortest how many words the ending must have at least; 0 only with letters
  public List<Continuation> continuations(
      List<String> words, String letters, int k, int limit, int shortest) {
    requirePositive("shortest, without letters,", letters.isEmpty() ? shortest : shortest + 1);
    requirePositive("k", k);
    requirePositive("limit", limit);
    List<Continuation> found = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int longest = Math.min(words.size(), Continuations.MAX_MATCHED);
    for (int matched = longest; matched >= shortest && found.size() < limit; matched--) {
      List<String> ending = words.subList(words.size() - matched, words.size());
      List<Continuation> more =
          new Continuations(searches, letters, k, matched)
              .after(ending, known, limit - found.size());
      more.forEach(next -> known.add(next.word()));
      found.addAll(more);
    }
    return found;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s must be at least 1, got %d".formatted(name, value));
    }
  }
}
