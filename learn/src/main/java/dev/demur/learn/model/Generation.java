package dev.demur.learn.model;

import java.util.List;

/// A text that was written, without its prompt and without the token that ended it.
public record Generation(List<Integer> tokens, End end) {
  /// Why it ended.
  public enum End {
    /// The model wrote an end token.
    END_TOKEN,
    /// As many tokens as asked for, or as the model takes.
    LENGTH,
    /// The filter permitted no token.
    NOTHING_PERMITTED
  }

  public Generation {
    tokens = List.copyOf(tokens);
  }

  /// The tokens as an array, for a tokenizer.
  public int[] toArray() {
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }
}
