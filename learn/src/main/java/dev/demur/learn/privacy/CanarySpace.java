package dev.demur.learn.privacy;

import dev.demur.learn.model.CounterRandom;
import dev.demur.learn.tokenizer.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The space that canaries are drawn from: sentences of so many words, each drawn evenly and
/// independently from one list.
///
/// @param words from which each word is drawn
/// @param prefixWords what an attacker knows
/// @param suffixWords what is to be found out
public record CanarySpace(List<String> words, int prefixWords, int suffixWords) {
  private static final int MAX_WORDS = 256;
  private static final int MIN_WORDS = 8;
  private static final String WORD = " [a-z]{4,10}";

  public CanarySpace {
    words = List.copyOf(words);
    if (words.size() < MIN_WORDS || prefixWords < 1 || suffixWords < 1) {
      throw new IllegalArgumentException(
          "canaries need %d words to draw from and at least one word known and one to find, got %d, %d and %d"
              .formatted(MIN_WORDS, words.size(), prefixWords, suffixWords));
    }
  }

  /// Six words known and six to find, out of the first 256 words of four to ten small letters that
  /// the tokenizer has as one token: whichever, a model has as easy a time with one as with
  /// another.
  public static CanarySpace of(Tokenizer tokenizer) {
    List<String> words = new ArrayList<>();
    for (int token = 0; token < tokenizer.vocabularySize() && words.size() < MAX_WORDS; token++) {
      String text = new String(tokenizer.bytes(token), StandardCharsets.UTF_8);
      if (text.matches(WORD)) {
        words.add(text.strip());
      }
    }
    return new CanarySpace(words, 6, 6);
  }

  /// The canary of this seed and name.
  public Canary draw(long seed, String name) {
    CounterRandom random = CounterRandom.of(seed, "canary " + name);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < prefixWords + suffixWords; i++) {
      drawn.add(words.get((int) (random.uniform(i) * words.size())));
    }
    return new Canary(drawn.subList(0, prefixWords), drawn.subList(prefixWords, drawn.size()));
  }

  /// How many bits an attacker lacks who knows the prefix.
  public double suffixBits() {
    return suffixWords * StrictMath.log(words.size()) / StrictMath.log(2);
  }
}
