package dev.demur.learn.model;

import java.util.List;

/// Picks the next token from logits.
final class Sampler {
  /// What `pick` gives when the filter permits nothing.
  static final int NONE = -1;

  private final GenerationSettings settings;
  private final TokenFilter filter;
  private final CounterRandom random;

  Sampler(GenerationSettings settings, TokenFilter filter) {
    this.settings = settings;
    this.filter = filter;
    this.random = CounterRandom.of(settings.seed(), "sampler");
  }

  /// The token after `generated`, or [#NONE]. End tokens are always permitted.
  int pick(float[] logits, List<Integer> generated) {
    int wanted = settings.temperature() == 0 ? 1 : Math.min(settings.topK(), logits.length);
    int[] tokens = new int[wanted];
    int found = 0;
    Candidates candidates = new Candidates(logits);
    while (found < wanted && !candidates.isEmpty()) {
      int token = candidates.next();
      if (settings.endTokens().contains(token) || filter.permits(generated, token)) {
        tokens[found++] = token;
      }
    }
    if (found <= 1) {
      return found == 0 ? NONE : tokens[0];
    }
    return draw(logits, tokens, found, random.uniform(generated.size()));
  }

  /// Draws one of the first `count` tokens, the likeliest of which comes first.
  private int draw(float[] logits, int[] tokens, int count, double chance) {
    double[] ends = new double[count];
    double total = 0;
    for (int i = 0; i < count; i++) {
      double below = (double) logits[tokens[i]] - logits[tokens[0]];
      total += StrictMath.exp(below / settings.temperature());
      ends[i] = total;
    }
    int i = 0;
    while (i < count - 1 && chance * total >= ends[i]) {
      i++;
    }
    return tokens[i];
  }
}
