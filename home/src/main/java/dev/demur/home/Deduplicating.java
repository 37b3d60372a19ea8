package dev.demur.home;

import dev.demur.corpus.dedup.NearDuplicates;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.CorpusRow;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Leaves out of training what an earlier text of the same shard has said.
///
/// Only forward, in the order of training, and never across shards: what is left of a slice is a
/// function of the slices of its shard up to itself. So a member who leaves gives back what their
/// text suppressed, by the same replay that removes it.
final class Deduplicating {
  private Deduplicating() {}

  /// The rows to train on, by slice.
  ///
  /// @param slices rows with text, as [Assignment#spreadForTraining] gives them
  /// @param folder where files may lie while this runs, see [NearDuplicates]
  static SortedMap<SliceId, List<CorpusRow>> run(
      Assignment assignment, SortedMap<SliceId, List<CorpusRow>> slices, Path folder) {
    SortedMap<SliceId, List<CorpusRow>> kept = new TreeMap<>();
    for (int shard = 0; shard < assignment.shards(); shard++) {
      try (NearDuplicates seen = new NearDuplicates(folder)) {
        for (int number = 0; number < assignment.slices(); number++) {
          SliceId slice = new SliceId(shard, number);
          List<CorpusRow> rows = assignment.inOrder(slice, slices.getOrDefault(slice, List.of()));
          kept.put(slice, rows.stream().filter(row -> seen.isNew(row.text())).toList());
        }
      }
    }
    return kept;
  }
}
