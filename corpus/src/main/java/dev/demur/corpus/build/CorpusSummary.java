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
    return of(corpus, (holder, rows, leaf) -> {});
  }

  /// Is handed what a corpus holds while it is counted.
  @FunctionalInterface
  public interface Visitor {
    /// All rows of one holder, at least one.
    ///
    /// @param leaf what the rows come to in the content root, 64 hex digits
    void holder(MemberId holder, List<CorpusRow> rows, String leaf);
  }

  /// The same, and hands every holder's rows to a visitor on the way, since to read a table costs
  /// more than to count it; holders without rows are passed over.
  public static CorpusSummary of(CorpusTable corpus, Visitor visitor) {
    BucketSum sum = new BucketSum();
    corpus.scanEntries((holder, entries) -> {
      BucketSum.Counted counted = sum.add(entries);
      if (!counted.rows().isEmpty()) {
        visitor.holder(holder, counted.rows(), counted.leaf());
      }
    });
    return sum.summary();
  }

  /// The counts of a purpose.
  public Funnel funnel(Purpose purpose) {
    return Objects.requireNonNull(funnels.get(purpose.code()));
  }
}
