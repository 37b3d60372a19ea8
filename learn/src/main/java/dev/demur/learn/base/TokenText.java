package dev.demur.learn.base;

import dev.demur.learn.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/// Documents as tokens, cut into windows that a model can be trained on.
///
/// An epoch joins all documents in a random order, each as `<|bos|>` text `<|eos|>`, cuts the
/// result into windows of equal length, and takes the windows in another random order.
final class TokenText {
  private final List<int[]> documents;
  private final int length;
  private final long seed;

  private TokenText(List<int[]> documents, long seed) {
    this.documents = documents;
    this.seed = seed;
    length = documents.stream().mapToInt(tokens -> tokens.length).reduce(0, Math::addExact);
  }

  static TokenText of(List<PublicDocument> documents, Tokenizer tokenizer, long seed) {
    List<int[]> tokens = new ArrayList<>();
    for (PublicDocument document : documents) {
      int[] text = tokenizer.encode(document.text());
      int[] whole = new int[text.length + 2];
      whole[0] = tokenizer.bos();
      System.arraycopy(text, 0, whole, 1, text.length);
      whole[whole.length - 1] = tokenizer.eos();
      tokens.add(whole);
    }
    return new TokenText(tokens, seed);
  }

  /// Tokens in all documents together.
  int length() {
    return length;
  }

  /// How many windows of this many tokens, each with the token after it, one epoch has.
  int windows(int context) {
    return Math.max(0, (length - 1) / context);
  }

  /// One epoch.
  Epoch epoch(int number, int context) {
    int[] joined = new int[length];
    int at = 0;
    for (int index : Order.of(seed, "documents of epoch " + number, documents.size())) {
      int[] document = documents.get(index);
      System.arraycopy(document, 0, joined, at, document.length);
      at += document.length;
    }
    int[] order = Order.of(seed, "windows of epoch " + number, windows(context));
    return new Epoch(joined, order, context);
  }

  /// All tokens once, in windows of equal length.
  static final class Epoch {
    private final int[] joined;
    private final int[] order;
    private final int context;

    private Epoch(int[] joined, int[] order, int context) {
      this.joined = joined;
      this.order = order;
      this.context = context;
    }

    /// Copies windows into `tokens` and, one token later, into `targets`, back to back.
    ///
    /// @param first the first window, in the order of this epoch
    void copy(int first, int count, int[] tokens, int[] targets) {
      for (int i = 0; i < count; i++) {
        int from = order[first + i] * context;
        System.arraycopy(joined, from, tokens, i * context, context);
        System.arraycopy(joined, from + 1, targets, i * context, context);
      }
    }
  }
}
