package dev.demur.corpus.build;

import dev.demur.corpus.store.CorpusTable;
import dev.demur.model.Purpose;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a corpus holds, in figures.
///
/// @param contentRoot see [dev.demur.corpus.store.ContentRoot]
/// @param funnels by the code of each purpose
public record CorpusSummary(String contentRoot, SortedMap<String, Funnel> funnels) {
  public CorpusSummary {
    funnels = Collections.unmodifiableSortedMap(new TreeMap<>(funnels));
  }

  /// Of a table as it is now.
  public static CorpusSummary of(CorpusTable corpus) {
    BucketSum sum = new BucketSum();
    corpus.scanEntries((holder, entries) -> sum.add(entries));
    return sum.summary();
  }

  /// The counts of a purpose.
  public Funnel funnel(Purpose purpose) {
    return Objects.requireNonNull(funnels.get(purpose.code()));
  }
}
