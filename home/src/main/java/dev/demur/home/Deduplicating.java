package dev.demur.home;

import dev.demur.corpus.dedup.NearDuplicates;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.CorpusRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  static SortedMap<SliceId, List<CorpusRow>> run(
      Assignment assignment, SortedMap<SliceId, List<CorpusRow>> slices) {
    Map<Integer, NearDuplicates> seen = new HashMap<>();
    SortedMap<SliceId, List<CorpusRow>> kept = new TreeMap<>();
    for (SliceId slice : assignment.all()) {
      NearDuplicates ofShard = seen.computeIfAbsent(slice.shard(), shard -> new NearDuplicates());
      List<CorpusRow> rows = new ArrayList<>();
      for (CorpusRow row : assignment.inOrder(slice, slices.getOrDefault(slice, List.of()))) {
        if (ofShard.isNew(row.text())) {
          rows.add(row);
        }
      }
      kept.put(slice, rows);
    }
    return kept;
  }
}
