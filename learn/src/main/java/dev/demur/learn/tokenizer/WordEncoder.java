package dev.demur.learn.tokenizer;

import java.util.Arrays;
import java.util.Optional;
import java.util.PriorityQueue;

/// Turns one word into tokens: its bytes, with the best-ranked merge applied until none is left.
///
/// Of equal merges the leftmost goes first. The pairs wait in a heap, so a word of n bytes takes
/// O(n log n) however long it is. For one word only.
final class WordEncoder {
  private static final int END = -1;
  private static final int MERGED_AWAY = -1;

  private final Vocabulary vocabulary;
  private final int[] token;
  private final int[] next;
  private final int[] previous;

  /// Pairs that may be merged: rank in the upper half, position of the left token in the lower. An
  /// entry is stale when its position now begins another pair.
  private final PriorityQueue<Long> candidates = new PriorityQueue<>();

  private WordEncoder(Vocabulary vocabulary, byte[] word) {
    this.vocabulary = vocabulary;
    token = new int[word.length];
    next = new int[word.length];
    previous = new int[word.length];
    for (int i = 0; i < word.length; i++) {
      token[i] = vocabulary.idOfByte(word[i]);
      next[i] = i + 1 < word.length ? i + 1 : END;
      previous[i] = i - 1;
    }
  }

  static int[] encode(Vocabulary vocabulary, byte[] word) {
    WordEncoder encoder = new WordEncoder(vocabulary, word);
    encoder.mergeAll();
    return Arrays.stream(encoder.token).filter(id -> id != MERGED_AWAY).toArray();
  }

  private void mergeAll() {
    for (int i = 0; i < token.length; i++) {
      offer(i);
    }
    for (Long best = candidates.poll(); best != null; best = candidates.poll()) {
      int position = best.intValue();
      int rank = (int) (best >>> Integer.SIZE);
      mergeAt(position).filter(merge -> merge.rank() == rank).ifPresent(m -> apply(position, m));
    }
  }

  private void offer(int position) {
    mergeAt(position)
        .ifPresent(merge -> candidates.add((long) merge.rank() << Integer.SIZE | position));
  }

  private Optional<Vocabulary.Merge> mergeAt(int position) {
    if (token[position] == MERGED_AWAY || next[position] == END) {
      return Optional.empty();
    }
    return vocabulary.merge(token[position], token[next[position]]);
  }

  private void apply(int position, Vocabulary.Merge merge) {
    int gone = next[position];
    token[position] = merge.result();
    token[gone] = MERGED_AWAY;
    next[position] = next[gone];
    if (next[gone] != END) {
      previous[next[gone]] = position;
    }
    offer(position);
    if (previous[position] != END) {
      offer(previous[position]);
    }
  }
}
