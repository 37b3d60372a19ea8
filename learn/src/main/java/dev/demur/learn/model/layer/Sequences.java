package dev.demur.learn.model.layer;

import java.util.Arrays;

/// How the rows of a batch fall into sequences, which lie back to back.
public final class Sequences {
  private final int[] starts;
  private final int[] lengths;
  private final int[] positions;
  private final int longest;

  /// @param lengths of the sequences, in order, each at least 1
  public Sequences(int... lengths) {
    this.lengths = lengths.clone();
    this.starts = new int[lengths.length];
    this.positions = new int[Arrays.stream(lengths).sum()];
    int row = 0;
    int longestSoFar = 0;
    for (int sequence = 0; sequence < lengths.length; sequence++) {
      starts[sequence] = row;
      for (int position = 0; position < lengths[sequence]; position++) {
        positions[row++] = position;
      }
      longestSoFar = Math.max(longestSoFar, lengths[sequence]);
    }
    this.longest = longestSoFar;
  }

  /// Rows of all sequences together.
  public int rows() {
    return positions.length;
  }

  int count() {
    return lengths.length;
  }

  /// The first row of a sequence.
  int start(int sequence) {
    return starts[sequence];
  }

  int length(int sequence) {
    return lengths[sequence];
  }

  int longest() {
    return longest;
  }

  /// The place of a row within its sequence, from 0.
  int position(int row) {
    return positions[row];
  }
}
