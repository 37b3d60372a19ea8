package dev.demur.learn.adapter;

import dev.demur.learn.model.TrainingState;
import dev.demur.model.CorpusRow;
import java.util.List;

/// The places where training a slice could come to depend on what it must not: on later slices, on
/// other shards, on what ran before.
///
/// They stand apart so that tests can plant a mistake in each and see the forget law catch it.
class SliceRules {
  private final AdapterSettings settings;
  private final KeyedHash hash;

  SliceRules(AdapterSettings settings, KeyedHash hash) {
    this.settings = settings;
    this.hash = hash;
  }

  /// One training sequence, named by its member and its number among those of the member.
  static final class Sequence {
    private final List<String> name;
    private final int[] tokens;

    Sequence(List<String> name, int[] tokens) {
      this.name = List.copyOf(name);
      this.tokens = tokens;
    }

    int[] tokens() {
      return tokens;
    }
  }

  /// The state to go on from, given the one that a checkpoint holds.
  TrainingState resumed(TrainingState checkpoint) {
    return checkpoint;
  }

  /// The rows that are learnt from, given those of one member.
  List<CorpusRow> taught(List<CorpusRow> rows) {
    return rows;
  }

  /// The learning rate of one step.
  ///
  /// @param step from 0 at the first slice of the shard
  float learningRate(int step) {
    return settings.learningRate(step);
  }

  /// The sequences of a slice in one keyed order, another one for each epoch.
  List<Sequence> ordered(List<Sequence> sequences, int epoch) {
    return hash.sorted(sequences, "demur sequence of epoch " + epoch, sequence -> sequence.name);
  }
}
