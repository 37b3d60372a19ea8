package dev.demur.corpus.build;

import dev.demur.corpus.store.CorpusTable;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

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
    return of(corpus, (holder, rows) -> {});
  }

  /// The same, and hands every holder's rows to a consumer on the way, since to read a table costs
  /// more than to count it; holders without rows are passed over.
  public static CorpusSummary of(
      CorpusTable corpus, BiConsumer<MemberId, List<CorpusRow>> consumer) {
    BucketSum sum = new BucketSum();
    corpus.scanEntries((holder, entries) -> {
      List<CorpusRow> rows = sum.add(entries);
      if (!rows.isEmpty()) {
        consumer.accept(holder, rows);
      }
    });
    return sum.summary();
  }

  /// The counts of a purpose.
  public Funnel funnel(Purpose purpose) {
    return Objects.requireNonNull(funnels.get(purpose.code()));
  }
}
