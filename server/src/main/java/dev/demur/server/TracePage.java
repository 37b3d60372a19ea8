package dev.demur.server;

import dev.demur.assist.guard.Guard;
import dev.demur.home.Tracing;
import dev.demur.home.Tracing.TracedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A text, coloured by how many members wrote its words.
///
/// @param text as it was given
/// @param asked whether there is an answer to show
/// @param member whether a member asks, who sees own words and what is shared
/// @param runs the whole text, in order
public record TracePage(String text, boolean asked, boolean member, List<Run> runs) {
  static TracePage empty(boolean member) {
    return new TracePage("", false, member, List.of());
  }

  /// A stretch of the text with one colour.
  ///
  /// @param css its class
  /// @param note what a reader who sees no colours is told; empty for words of nobody
  public record Run(String text, String css, String note) {}

  static TracePage of(String text, boolean member, TraceAnswer answer, Words words) {
    SortedSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (List<TracedSpan> spans : List.of(answer.corpus(), answer.own())) {
      for (TracedSpan span : spans) {
        cuts.add(span.start());
        cuts.add(span.end());
      }
    }
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int to : cuts) {
      if (to > from) {
        String part = text.substring(from, to);
        Run next = run(part, members(answer, from), own(answer, from), words);
        if (!runs.isEmpty() && runs.getLast().note().equals(next.note())) {
          next = new Run(runs.removeLast().text() + next.text(), next.css(), next.note());
        }
        runs.add(next);
      }
      from = to;
    }
    return new TracePage(text, true, member, runs);
  }

  /// Of the longest span over a place: the more words in a row, the more it says.
  private static int members(TraceAnswer answer, int at) {
    int members = 0;
    int longest = 0;
    for (TracedSpan span : answer.corpus()) {
      int length = span.end() - span.start();
      if (span.start() <= at && at < span.end() && length > longest) {
        longest = length;
        members = span.members();
      }
    }
    return members;
  }

  private static boolean own(TraceAnswer answer, int at) {
    return answer.own().stream().anyMatch(span -> span.start() <= at && at < span.end());
  }

  private static Run run(String text, int members, boolean own, Words words) {
    if (own) {
      return new Run(text, "own", words.of("trace.yours"));
    }
    if (members == 0) {
      return new Run(text, "", "");
    }
    String css = members >= Guard.MEMBERS ? "many" : members > 1 ? "few" : "one";
    return new Run(text, css, count(members, words));
  }

  private static String count(int members, Words words) {
    if (members >= Tracing.MOST_COUNTED) {
      return words.of("trace.members-more", members);
    }
    return members == 1 ? words.of("trace.member") : words.of("trace.members", members);
  }

  /// Whether no word of it is anybody's that may be told.
  public boolean nothing() {
    return runs.stream().allMatch(run -> run.note().isEmpty());
  }
}
