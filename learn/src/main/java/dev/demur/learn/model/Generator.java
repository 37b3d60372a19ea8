package dev.demur.learn.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes text with a model.
///
/// Holds a copy of the weights in a layout of its own; training the model further does not change
/// it. Thread-safe: each text has its own [Session].
public final class Generator {
  private final Decoder decoder;

  public Generator(LlamaModel model) {
    this.decoder = new Decoder(model);
  }

  public LlamaConfig config() {
    return decoder.config();
  }

  /// A new text, empty so far.
  public Session start() {
    return new Session(decoder);
  }

  /// Continues a prompt.
  ///
  /// @param prompt at least one token, such as the one that begins a text
  /// @param filter asked before any token is taken, but for end tokens
  public Generation generate(int[] prompt, GenerationSettings settings, TokenFilter filter) {
    Session session = start();
    Sampler sampler = new Sampler(settings, filter);
    List<Integer> generated = new ArrayList<>();
    List<Integer> view = Collections.unmodifiableList(generated);
    float[] logits = session.append(prompt);
    while (true) {
      int token = sampler.pick(logits, view);
      if (token == Sampler.NONE) {
        return new Generation(generated, Generation.End.NOTHING_PERMITTED);
      }
      if (settings.endTokens().contains(token)) {
        return new Generation(generated, Generation.End.END_TOKEN);
      }
      generated.add(token);
      if (generated.size() >= settings.maxTokens() || session.remaining() == 0) {
        return new Generation(generated, Generation.End.LENGTH);
      }
      logits = session.append(token);
    }
  }
}
