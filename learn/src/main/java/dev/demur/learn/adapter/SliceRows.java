package dev.demur.learn.adapter;

import dev.demur.model.CorpusRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Where training finds the corpus.
@FunctionalInterface
public interface SliceRows {
  /// The rows of one slice, in any order: all that [Assignment#trainedIn] puts there. Rows for
  /// another purpose than content generation, and rows without text, are passed over. Called from
  /// several threads at once.
  List<CorpusRow> of(SliceId slice) throws IOException;

  /// Rows that are in memory, as [Assignment#spreadForTraining] gives them.
  static SliceRows of(Map<SliceId, List<CorpusRow>> rows) {
    return slice -> rows.getOrDefault(slice, List.of());
  }
}
