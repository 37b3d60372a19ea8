package dev.demur.assist.generate;

/// What a trained model offers to whoever writes with it. Thread-safe.
public interface LanguageModel {
  /// The ids of a text.
  int[] encode(String text);

  /// The text of ids: characters that are not yet whole are U+FFFD.
  String decode(int[] tokens);

  int vocabularySize();

  /// The id that begins a text.
  int begin();

  /// The id that ends a text.
  int end();

  /// How many tokens the model can look back on.
  int context();

  /// Reads tokens and is ready to go on with them.
  ///
  /// @param tokens at least one, at most [#context]
  Session read(int[] tokens);

  /// A text that is being written. For one thread and one request.
  interface Session {
    /// How likely each token is to come next: one number for each, not normalised, the larger the
    /// likelier. The array is the caller's.
    float[] scores();

    /// Goes on with a token.
    void append(int token);

    /// How many tokens there are, those read included.
    int length();

    /// Takes back all tokens from this length on; at least one stays.
    void rewind(int length);
  }
}
