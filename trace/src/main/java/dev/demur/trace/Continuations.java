package dev.demur.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Counts which words members write after some words.
final class Continuations {
  /// Endings longer than this are not looked for.
  static final int MAX_MATCHED = 8;

  /// Members are counted up to here; beyond it, more makes no difference.
  private static final int MAX_MEMBERS = 1_000;

  /// How many places of one segment are read to learn how a word is written.
  private static final int MAX_READ_FOR_SURFACE = 2_000;

  /// How many places of one segment are read to count members: where there are more, these are
  /// spread evenly, and the count is the least there can be.
  private static final int MAX_READ_FOR_MEMBERS = 4_000;

  private final List<Search> searches;
  private final String letters;
  private final int k;
  private final int matched;

  /// @param letters that the words wanted begin with, folded
  Continuations(List<Search> searches, String letters, int k, int matched) {
    this.searches = searches;
    this.letters = letters;
    this.k = k;
    this.matched = matched;
  }

  /// The suffixes of one segment that begin with some words.
  private record Part(Search search, Search.Range range) {}

  /// A word that enough members write next, not yet with the way they write it.
  private record Candidate(String word, List<Part> parts, int members) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingInt(Candidate::members).reversed().thenComparing(Candidate::word);
  }

  /// The `limit` best of the words that at least `k` members write after these; best first.
  ///
  /// @param known words that are not wanted
  List<Continuation> after(List<String> words, Set<String> known, int limit) {
    Map<String, List<Part>> byNextWord = new HashMap<>();
    for (Search search : searches) {
      addNextWords(search, search.find(words), byNextWord);
    }
    List<Candidate> candidates = new ArrayList<>();
    byNextWord.forEach((word, parts) -> {
      boolean mayDo = !known.contains(word) && occurrences(parts) >= k;
      int members = mayDo ? members(parts) : 0;
      if (members >= k) {
        candidates.add(new Candidate(word, parts, members));
      }
    });
    return candidates.stream()
        .sorted(Candidate.BEST_FIRST)
        .limit(limit)
        .map(next ->
            new Continuation(
                next.word(), surface(next.word(), next.parts()), next.members(), matched))
        .toList();
  }

  private static long occurrences(List<Part> parts) {
    return parts.stream().mapToLong(part -> part.range().high() - part.range().low()).sum();
  }

  /// Splits a range at each change of the next word.
  private void addNextWords(Search search, Search.Range range, Map<String, List<Part>> parts) {
    Segment segment = search.segment();
    int first = letters.isEmpty() ? 1 : segment.firstWord(letters, false);
    int low = segment.firstWith(first, range.low(), range.high(), matched);
    int end = range.high();
    if (!letters.isEmpty()) {
      end = segment.firstWith(segment.firstWord(letters, true), low, end, matched);
    }
    while (low < end) {
      int number = segment.wordAt(low, matched);
      int high = segment.firstWith(number + 1, low, end, matched);
      String word = segment.word(number);
      if (!Words.isPlaceholder(word)) {
        Part part = new Part(search, new Search.Range(low, high));
        parts.computeIfAbsent(word, next -> new ArrayList<>()).add(part);
      }
      low = high;
    }
  }

  private static int members(List<Part> parts) {
    int members = 0;
    for (Part part : parts) {
      members += part.search().members(spread(part.range()), MAX_MEMBERS - members);
    }
    return members;
  }

  private static IntStream spread(Search.Range range) {
    int size = range.high() - range.low();
    int step = (size + MAX_READ_FOR_MEMBERS - 1) / MAX_READ_FOR_MEMBERS;
    return IntStream.iterate(range.low(), at -> at < range.high(), at -> at + Math.max(1, step));
  }

  /// The way of writing that most members use, if at least `k` do.
  private String surface(String word, List<Part> parts) {
    Map<String, Integer> members = new TreeMap<>();
    for (Part part : parts) {
      surfaces(part).forEach((surface, count) -> members.merge(surface, count, Integer::sum));
    }
    String best = word + " ";
    int most = k - 1;
    for (Map.Entry<String, Integer> surface : members.entrySet()) {
      if (surface.getValue() > most) {
        best = surface.getKey();
        most = surface.getValue();
      }
    }
    return best;
  }

  /// For each way of writing in one segment, how many distinct members use it.
  private Map<String, Integer> surfaces(Part part) {
    Search search = part.search();
    Map<Integer, Ints> suffixesBySurface = new TreeMap<>();
    int end = Math.min(part.range().high(), part.range().low() + MAX_READ_FOR_SURFACE);
    for (int suffix = part.range().low(); suffix < end; suffix++) {
      suffixesBySurface
          .computeIfAbsent(search.segment().surfaceAt(suffix, matched), s -> new Ints())
          .add(suffix);
    }
    Map<String, Integer> members = new HashMap<>();
    int number = search.segment().wordAt(part.range().low(), matched);
    suffixesBySurface.forEach((surface, suffixes) ->
        members.merge(
            search.segment().surface(number, surface),
            search.members(Arrays.stream(suffixes.toArray()), MAX_MEMBERS),
            Integer::sum));
    return members;
  }
}
