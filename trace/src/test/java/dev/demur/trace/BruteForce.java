package dev.demur.trace;

import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The answers of a [TraceView], found by reading everything.
record BruteForce(List<CorpusRow> rows, Set<MemberId> ignored) {

  Set<MemberId> supporters(List<String> words) {
    return counted()
        .filter(row -> Collections.indexOfSubList(Words.of(row.text()).list(), words) >= 0)
        .map(CorpusRow::member)
        .collect(Collectors.toSet());
  }

  private java.util.stream.Stream<CorpusRow> counted() {
    return rows.stream().filter(row -> !ignored.contains(row.member()));
  }

  List<List<Integer>> spans(List<String> words, int minWords) {
    return spans(words, minWords, 1);
  }

  List<List<Integer>> spans(List<String> words, int minWords, int k) {
    List<List<Integer>> spans = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = words.size(); to >= from + minWords; to--) {
        if (supporters(words.subList(from, to)).size() >= k) {
          add(from, to, spans);
          break;
        }
      }
    }
    return spans;
  }

  private static void add(int from, int to, List<List<Integer>> spans) {
    if (spans.isEmpty() || spans.getLast().get(1) < to) {
      spans.add(List.of(from, to));
    }
  }

  List<Occurrence> occurrences(List<String> words) {
    List<Occurrence> found = new ArrayList<>();
    counted()
        .forEach(row -> {
          List<String> text = Words.of(row.text()).list();
          for (int at = 0; at + words.size() <= text.size(); at++) {
            if (text.subList(at, at + words.size()).equals(words)) {
              found.add(new Occurrence(row.member(), row.record(), at));
            }
          }
        });
    return found;
  }

  /// The next words after exactly these, each with the number of its members.
  Map<String, Integer> next(List<String> words, int k) {
    Map<String, Set<MemberId>> members = new TreeMap<>();
    counted()
        .forEach(row -> {
          List<String> text = Words.of(row.text()).list();
          for (int at = 0; at + words.size() < text.size(); at++) {
            String word = text.get(at + words.size());
            if (text.subList(at, at + words.size()).equals(words) && !Words.isPlaceholder(word)) {
              members.computeIfAbsent(word, w -> new TreeSet<>()).add(row.member());
            }
          }
        });
    Map<String, Integer> counts = new TreeMap<>();
    members.forEach((word, supporters) -> {
      if (supporters.size() >= k) {
        counts.put(word, supporters.size());
      }
    });
    return counts;
  }
}
