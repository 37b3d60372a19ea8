package dev.demur.corpus.redact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// How many labelled spans are found, by type.
///
/// A finding counts as right when it has the type of a labelled span and covers at least half of
/// it.
final class SpanScores {
  private static final int AROUND = 30;

  private final boolean show;
  private final Map<SpanType, Score> byType = new TreeMap<>();
  private final Score all = new Score();

  /// @param show whether misses are printed
  SpanScores(boolean show) {
    this.show = show;
  }

  record Label(int start, int end, SpanType type) {
    private boolean isCoveredBy(Span span) {
      int shared = Math.min(end, span.end()) - Math.max(start, span.start());
      return type == span.type() && shared * 2 >= end - start;
    }
  }

  static final class Score {
    private int right;
    private int labelled;
    private int rightFindings;
    private int findings;

    double precision() {
      return findings == 0 ? 1 : (double) rightFindings / findings;
    }

    double recall() {
      return labelled == 0 ? 1 : (double) right / labelled;
    }

    double f2() {
      return 5 * precision() * recall() / Math.max(1e-9, 4 * precision() + recall());
    }

    @Override
    public String toString() {
      return "labelled %4d  found %4d  precision %.3f  recall %.3f  F2 %.3f"
          .formatted(labelled, findings, precision(), recall(), f2());
    }
  }

  void add(String text, List<Label> labels, List<Span> spans) {
    for (Label label : labels) {
      boolean right = spans.stream().anyMatch(label::isCoveredBy);
      count(
          label.type(),
          s -> {
            s.labelled++;
            s.right += right ? 1 : 0;
          });
      show(right, "MISSED " + label.type(), text, label.start(), label.end());
    }
    for (Span span : spans) {
      boolean right = labels.stream().anyMatch(label -> label.isCoveredBy(span));
      count(
          span.type(),
          s -> {
            s.findings++;
            s.rightFindings += right ? 1 : 0;
          });
      show(right, "WRONG " + span.type(), text, span.start(), span.end());
    }
  }

  private void count(SpanType type, Consumer<Score> counter) {
    counter.accept(byType.computeIfAbsent(type, t -> new Score()));
    counter.accept(all);
  }

  private void show(boolean right, String what, String text, int start, int end) {
    if (!right && show) {
      String around =
          text.substring(Math.max(0, start - AROUND), Math.min(text.length(), end + AROUND));
      System.out.println(what + " " + around.replace('\n', ' '));
    }
  }

  void print() {
    byType.forEach((type, score) -> System.out.printf("%-14s %s%n", type, score));
    System.out.printf("%-14s %s%n", "micro", all);
  }

  Score of(SpanType type) {
    return byType.getOrDefault(type, new Score());
  }

  Score micro() {
    return all;
  }
}
