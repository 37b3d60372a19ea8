package dev.demur.learn.model;

import java.util.Arrays;
import java.util.List;

/// What one training step reads: sequences of tokens of any lengths, back to back, without padding,
/// and after each token the one that should follow.
///
/// Immutable.
public final class Batch {
  /// The target of a token after which nothing is to be learnt.
  public static final int IGNORED = -1;

  private final int[] tokens;
  private final int[] targets;
  private final int[] lengths;

  /// @param tokens of all sequences
  /// @param targets one for each token, [#IGNORED] where there is none
  /// @param lengths of the sequences, each at least 1, together as many as there are tokens
  public Batch(int[] tokens, int[] targets, int[] lengths) {
    if (targets.length != tokens.length || Arrays.stream(lengths).sum() != tokens.length) {
      throw new IllegalArgumentException(
          "a batch needs one target for each token and lengths that add up, got %d tokens, %d targets, %d in sequences"
              .formatted(tokens.length, targets.length, Arrays.stream(lengths).sum()));
    }
    if (Arrays.stream(lengths).anyMatch(length -> length < 1)) {
      throw new IllegalArgumentException("a batch holds a sequence of length 0; leave it out");
    }
    if (Arrays.stream(targets).noneMatch(target -> target >= 0)) {
      throw new IllegalArgumentException("a batch without any target teaches nothing");
    }
    this.tokens = tokens.clone();
    this.targets = targets.clone();
    this.lengths = lengths.clone();
  }

  /// A batch that teaches each sequence's next token: from n tokens, n - 1 rows.
  ///
  /// @param sequences each of at least 2 tokens
  public static Batch ofNextTokens(List<int[]> sequences) {
    int rows = sequences.stream().mapToInt(sequence -> sequence.length - 1).sum();
    int[] tokens = new int[rows];
    int[] targets = new int[rows];
    int[] lengths = new int[sequences.size()];
    int row = 0;
    for (int i = 0; i < lengths.length; i++) {
      int[] sequence = sequences.get(i);
      lengths[i] = sequence.length - 1;
      System.arraycopy(sequence, 0, tokens, row, lengths[i]);
      System.arraycopy(sequence, 1, targets, row, lengths[i]);
      row += lengths[i];
    }
    return new Batch(tokens, targets, lengths);
  }

  public int[] tokens() {
    return tokens.clone();
  }

  public int[] targets() {
    return targets.clone();
  }

  public int[] lengths() {
    return lengths.clone();
  }

  /// Tokens in all sequences.
  public int size() {
    return tokens.length;
  }

  /// Tokens that have a target.
  public int targetCount() {
    return Math.toIntExact(Arrays.stream(targets).filter(target -> target >= 0).count());
  }

  @Override
  public String toString() {
    return "Batch[" + lengths.length + " sequences, " + tokens.length + " tokens]";
  }
}
