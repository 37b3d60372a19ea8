package dev.demur.assist.generate;

import dev.demur.learn.model.Generator;
import dev.demur.learn.tokenizer.Tokenizer;
import java.util.Arrays;

/// A model of ours: merged weights and the tokenizer they were trained with.
///
/// Keeps nothing of one request for another. Thread-safe.
public final class TrainedModel implements LanguageModel {
  private final Generator generator;
  private final Tokenizer tokenizer;

  /// @throws IllegalArgumentException if the tokenizer has ids that the model does not know
  public TrainedModel(Generator generator, Tokenizer tokenizer) {
    int known = generator.config().vocabularySize();
    if (tokenizer.vocabularySize() > known) {
      throw new IllegalArgumentException(
          "the tokenizer has %d tokens, the model knows %d; use the tokenizer beside the model"
              .formatted(tokenizer.vocabularySize(), known));
    }
    this.generator = generator;
    this.tokenizer = tokenizer;
  }

  @Override
  public int[] encode(String text) {
    return tokenizer.encode(text);
  }

  @Override
  public String decode(int[] tokens) {
    return tokenizer.decode(tokens);
  }

  @Override
  public int vocabularySize() {
    return tokenizer.vocabularySize();
  }

  @Override
  public int begin() {
    return tokenizer.bos();
  }

  @Override
  public int end() {
    return tokenizer.eos();
  }

  @Override
  public int context() {
    return generator.config().maxPositions();
  }

  @Override
  public Session read(int[] tokens) {
    return new Reading(tokens);
  }

  /// A text with the scores of its last token.
  private final class Reading implements Session {
    private final dev.demur.learn.model.Session session = generator.start();
    private final int[] tokens;
    private float[] scores;

    Reading(int[] read) {
      tokens = Arrays.copyOf(read, Math.max(read.length, context()));
      scores = session.append(read);
    }

    @Override
    public float[] scores() {
      return Arrays.copyOf(scores, vocabularySize());
    }

    @Override
    public void append(int token) {
      tokens[session.position()] = token;
      scores = session.append(token);
    }

    @Override
    public int length() {
      return session.position();
    }

    /// The last token that stays is read once more, for its scores.
    @Override
    public void rewind(int length) {
      if (length < session.position()) {
        session.rewind(length - 1);
        scores = session.append(tokens[length - 1]);
      }
    }
  }
}
