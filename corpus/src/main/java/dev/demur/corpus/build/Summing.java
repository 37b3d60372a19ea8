package dev.demur.corpus.build;

import dev.demur.corpus.store.ContentRoot;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Root and counts of a corpus while it is gone through. Thread-safe.
final class Summing {
  private final ContentRoot root = new ContentRoot();
  private final Map<Purpose, Counter> counters = new EnumMap<>(Purpose.class);

  /// A funnel on its way. Guarded by the summary.
  private static final class Counter {
    private long in;
    private final SortedMap<String, Long> reasons = new TreeMap<>();

    Funnel funnel() {
      long out = reasons.values().stream().mapToLong(Long::longValue).sum();
      return new Funnel(in, out, reasons);
    }
  }

  Summing() {
    for (Purpose purpose : Purpose.values()) {
      counters.put(purpose, new Counter());
    }
  }

  void add(Map<MemberId, List<CorpusEntry>> entries) {
    for (List<CorpusEntry> ofOne : entries.values()) {
      List<CorpusRow> rows =
          ofOne.stream().map(CorpusEntry::row).flatMap(Optional::stream).toList();
      root.add(rows);
      count(ofOne);
    }
  }

  private synchronized void count(List<CorpusEntry> entries) {
    for (CorpusEntry entry : entries) {
      Counter counter = java.util.Objects.requireNonNull(counters.get(entry.purpose()));
      switch (entry.outcome()) {
        case CorpusEntry.In _ -> counter.in++;
        case CorpusEntry.Out(var reason) -> counter.reasons.merge(reason, 1L, Long::sum);
      }
    }
  }

  synchronized CorpusSummary summary() {
    SortedMap<String, Funnel> funnels = new TreeMap<>();
    counters.forEach((purpose, counter) -> funnels.put(purpose.code(), counter.funnel()));
    return new CorpusSummary(root.value(), funnels);
  }
}
