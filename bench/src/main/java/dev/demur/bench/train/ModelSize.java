package dev.demur.bench.train;

import dev.demur.learn.model.AdamWSettings;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LoraConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The models that are raced, and what they are fed.
enum ModelSize {
  ONE("1M", 4096, 128, 344, 3, 4),
  THREE("3M", 4096, 192, 512, 5, 6),
  TEN("10M", 8192, 320, 864, 6, 5);

  static final int CONTEXT = 128;
  static final int SEQUENCES = 16;
  static final int TOKENS = CONTEXT * SEQUENCES;
  static final float LEARNING_RATE = 1e-3f;
  static final long SEED = 5;

  private final String words;
  private final int vocabulary;
  private final int hidden;
  private final int intermediate;
  private final int layers;
  private final int heads;

  ModelSize(String words, int vocabulary, int hidden, int intermediate, int layers, int heads) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.hidden = hidden;
    this.intermediate = intermediate;
    this.layers = layers;
    this.heads = heads;
  }

  String words() {
    return words;
  }

  LlamaConfig config() {
    return LlamaConfig.small(vocabulary, hidden, intermediate, layers, heads, CONTEXT);
  }

  static LoraConfig lora() {
    return LoraConfig.standard(SEED);
  }

  /// Without decay, so that both trainers follow the same rule for norms.
  static AdamWSettings optimiser() {
    return AdamWSettings.standard().withWeightDecay(0);
  }

  /// Some batches of tokens, rare ones rarer, as in text.
  List<Batch> batches(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Batch> batches = new ArrayList<>();
    for (int batch = 0; batch < count; batch++) {
      List<int[]> sequences = new ArrayList<>();
      for (int sequence = 0; sequence < SEQUENCES; sequence++) {
        int[] tokens = new int[CONTEXT + 1];
        for (int i = 0; i < tokens.length; i++) {
          double place = random.nextDouble();
          tokens[i] = (int) (place * place * place * vocabulary);
        }
        sequences.add(tokens);
      }
      batches.add(Batch.ofNextTokens(sequences));
    }
    return batches;
  }
}
