package dev.demur.learn.adapter;

import dev.demur.learn.model.Batch;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.CorpusRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns the rows of one member into training sequences of at most `context` tokens.
///
/// A row is `<|bos|>` text `<|eos|>`. As many rows as fit stand in one sequence; a row that is
/// longer than a sequence is cut. No sequence holds text of two members, and how one member's rows
/// are packed depends on these rows alone.
final class Packing {
  private final Tokenizer tokenizer;
  private final int context;
  private final List<int[]> sequences = new ArrayList<>();
  private int[] open;
  private int used;

  private Packing(Tokenizer tokenizer, int context) {
    this.tokenizer = tokenizer;
    this.context = context;
    open = new int[context + 1];
  }

  /// The sequences of one member. Each has at least two tokens, and one more than it has targets.
  ///
  /// @param rows of one member, in training order
  static List<int[]> pack(List<CorpusRow> rows, Tokenizer tokenizer, int context) {
    Packing packing = new Packing(tokenizer, context);
    for (CorpusRow row : rows) {
      packing.add(tokenizer.encode(row.text()));
    }
    packing.close();
    return packing.sequences;
  }

  private void add(int[] text) {
    int[] whole = new int[text.length + 2];
    whole[0] = tokenizer.bos();
    System.arraycopy(text, 0, whole, 1, text.length);
    whole[whole.length - 1] = tokenizer.eos();
    if (used + whole.length > open.length) {
      close();
    }
    int at = 0;
    while (whole.length - at > open.length) {
      sequences.add(Arrays.copyOfRange(whole, at, at + open.length));
      // The last token of a piece was only a target, and is the first token of the next piece.
      at += context;
    }
    System.arraycopy(whole, at, open, used, whole.length - at);
    used += whole.length - at;
  }

  private void close() {
    if (used > 1) {
      sequences.add(Arrays.copyOf(open, used));
    }
    used = 0;
  }

  /// A batch of sequences that teaches each next token, but not that a new text follows an old one.
  static Batch batch(List<int[]> sequences, Tokenizer tokenizer) {
    int size = sequences.stream().mapToInt(sequence -> sequence.length - 1).sum();
    int[] tokens = new int[size];
    int[] targets = new int[size];
    int[] lengths = new int[sequences.size()];
    int at = 0;
    for (int i = 0; i < lengths.length; i++) {
      int[] sequence = sequences.get(i);
      lengths[i] = sequence.length - 1;
      for (int j = 0; j < lengths[i]; j++) {
        boolean nextText = sequence[j] == tokenizer.eos() && sequence[j + 1] == tokenizer.bos();
        tokens[at] = sequence[j];
        targets[at++] = nextText ? Batch.IGNORED : sequence[j + 1];
      }
    }
    return new Batch(tokens, targets, lengths);
  }
}
