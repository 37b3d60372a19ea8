package dev.demur.corpus.build;

import dev.demur.corpus.store.ContentRoot;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.Derived;
import dev.demur.model.CorpusRow;
import dev.demur.model.Purpose;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Root and counts of a part of a corpus while it is gone through; parts add up in any order. Not
/// thread-safe.
public final class BucketSum implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String IN = "";

  private final List<byte[]> leaves = new ArrayList<>();

  /// By purpose and reason; what is in has no reason.
  private final Map<Purpose, TreeMap<String, Long>> counts = new EnumMap<>(Purpose.class);

  private long made;

  BucketSum() {
    for (Purpose purpose : Purpose.values()) {
      counts.put(purpose, new TreeMap<>());
    }
  }

  void add(Derived ofOne) {
    made += ofOne.made();
    add(ofOne.entries());
  }

  /// What one holder's entries came to.
  ///
  /// @param rows those that are in
  /// @param leaf of the content root, as hex digits; empty without rows
  record Counted(List<CorpusRow> rows, String leaf) {}

  /// Adds all entries of one holder.
  Counted add(List<CorpusEntry> ofOne) {
    List<CorpusRow> rows = ofOne.stream().map(CorpusEntry::row).flatMap(Optional::stream).toList();
    Optional<byte[]> leaf = ContentRoot.leafOf(rows);
    leaf.ifPresent(leaves::add);
    for (CorpusEntry entry : ofOne) {
      String reason =
          switch (entry.outcome()) {
            case CorpusEntry.In _ -> IN;
            case CorpusEntry.Out(var why) -> why;
          };
      count(entry.purpose(), reason, 1);
    }
    return new Counted(rows, leaf.map(HexFormat.of()::formatHex).orElse(""));
  }

  private void count(Purpose purpose, String reason, long more) {
    counts.computeIfAbsent(purpose, p -> new TreeMap<>()).merge(reason, more, Long::sum);
  }

  void add(BucketSum other) {
    leaves.addAll(other.leaves);
    made += other.made;
    other.counts.forEach(
        (purpose, reasons) -> reasons.forEach((reason, many) -> count(purpose, reason, many)));
  }

  /// How many texts were made, and not taken over.
  long made() {
    return made;
  }

  CorpusSummary summary() {
    ContentRoot root = new ContentRoot();
    leaves.forEach(root::addLeaf);
    SortedMap<String, Funnel> funnels = new TreeMap<>();
    counts.forEach((purpose, reasons) -> funnels.put(purpose.code(), funnel(reasons)));
    return new CorpusSummary(root.value(), funnels);
  }

  private static Funnel funnel(SortedMap<String, Long> reasons) {
    SortedMap<String, Long> out = new TreeMap<>(reasons);
    Long in = out.remove(IN);
    long all = out.values().stream().mapToLong(Long::longValue).sum();
    return new Funnel(in == null ? 0 : in, all, out);
  }
}
