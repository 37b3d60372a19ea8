package dev.demur.home;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.learn.base.Base;
import dev.demur.learn.model.Generator;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tokenizer.Tokenizer;
import java.util.Arrays;

/// The merged model as writers use it.
final class MergedModel implements LanguageModel {
  private final Tokenizer tokenizer;
  private final Generator generator;

  MergedModel(Base base, LlamaModel merged) {
    this.tokenizer = base.tokenizer();
    this.generator = new Generator(merged);
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
    return new Written(generator.start(), tokens);
  }

  /// One text being written, with the scores behind each of its lengths.
  private final class Written implements Session {
    private final dev.demur.learn.model.Session session;
    private int[] tokens;
    private float[] scores;

    Written(dev.demur.learn.model.Session session, int[] tokens) {
      this.session = session;
      this.tokens = tokens.clone();
      this.scores = session.append(tokens);
    }

    @Override
    public float[] scores() {
      return scores.clone();
    }

    @Override
    public void append(int token) {
      tokens = Arrays.copyOf(tokens, tokens.length + 1);
      tokens[tokens.length - 1] = token;
      scores = session.append(token);
    }

    @Override
    public int length() {
      return tokens.length;
    }

    /// Reads the last token that stays again, for its scores.
    @Override
    public void rewind(int length) {
      if (length == tokens.length) {
        return;
      }
      int last = tokens[length - 1];
      session.rewind(length - 1);
      tokens = Arrays.copyOf(tokens, length);
      scores = session.append(last);
    }
  }
}
