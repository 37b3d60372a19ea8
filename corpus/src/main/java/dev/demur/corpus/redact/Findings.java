package dev.demur.corpus.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// What recognisers found in one text, and how it is settled where they overlap. Not thread-safe.
final class Findings {
  private static final Comparator<Finding> STRONGEST =
      Comparator.comparing((Finding finding) -> rank(finding.type()))
          .thenComparing(Comparator.comparingInt(Finding::length).reversed())
          .thenComparingInt(Finding::start);

  private final List<Finding> found = new ArrayList<>();

  /// A handle and a name are one kind of claim: `@Jane Roe` is a name, `@jane_77` a handle.
  private static SpanType rank(SpanType type) {
    return type.compareTo(SpanType.HANDLE) > 0 ? SpanType.HANDLE : type;
  }

  /// @param key equal for things that are the same, so that they get the same placeholder
  private record Finding(int start, int end, Rule rule, String key) {
    SpanType type() {
      return rule.type();
    }

    int length() {
      return end - start;
    }
  }

  void add(int start, int end, Rule rule, String key) {
    found.add(new Finding(start, end, rule, key));
  }

  /// The text with placeholders for what was found.
  Redaction apply(String text, Placeholders placeholders) {
    if (found.isEmpty()) {
      return new Redaction(text, List.of());
    }
    StringBuilder out = new StringBuilder(text.length());
    List<Span> spans = new ArrayList<>();
    int copied = 0;
    for (Finding finding : settled()) {
      String placeholder = placeholders.of(finding.type(), finding.key());
      out.append(text, copied, finding.start()).append(placeholder);
      copied = finding.end();
      spans.add(new Span(finding.start(), finding.end(), finding.rule(), placeholder));
    }
    return new Redaction(out.append(text, copied, text.length()).toString(), spans);
  }

  private Iterable<Finding> settled() {
    if (found.size() == 1) {
      return found;
    }
    found.sort(STRONGEST);
    TreeMap<Integer, Finding> kept = new TreeMap<>();
    for (Finding finding : found) {
      var before = kept.lowerEntry(finding.end());
      if (before == null || before.getValue().end() <= finding.start()) {
        kept.put(finding.start(), finding);
      }
    }
    return kept.values();
  }
}
