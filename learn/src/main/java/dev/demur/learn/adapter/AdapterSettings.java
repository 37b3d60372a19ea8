package dev.demur.learn.adapter;

import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.AdamWSettings;
import dev.demur.learn.model.LoraConfig;

/// How adapters are trained: public constants, which never depend on members' data.
///
/// The learning rate rises over the first `warmupSteps` steps of a shard and then falls with the
/// inverse square root of the steps made. Steps are counted from the shard's first slice, so the
/// count depends on no later slice and no other shard: a shard of few members learns fast, one of
/// many settles. A schedule over the whole training would make every step depend on how much text
/// all slices hold, and so on members who may leave.
///
/// @param lora shape and strength of the adapter
/// @param sequencesPerBatch at most so many sequences in one step
/// @param context longest sequence in tokens
/// @param epochs how often each slice is read before the next one
public record AdapterSettings(
    LoraConfig lora,
    AdamWSettings optimiser,
    float learningRate,
    int warmupSteps,
    int sequencesPerBatch,
    int context,
    int epochs) {
  private static final long PUBLIC_SEED = 20251103;

  /// After so many steps the learning rate has fallen to 1 / sqrt(2) of the highest.
  private static final double DECAY_STEPS = 30;

  private static final int MAX_CONTEXT = 1 << 16;

  public AdapterSettings {
    if (!(learningRate > 0)) {
      throw new IllegalArgumentException("learningRate must be positive, got " + learningRate);
    }
    checkPositive(warmupSteps, "warmupSteps");
    checkPositive(sequencesPerBatch, "sequencesPerBatch");
    checkPositive(epochs, "epochs");
    if (context < 2 || context > MAX_CONTEXT) {
      throw new IllegalArgumentException(
          "context must be 2 to %d, got %d".formatted(MAX_CONTEXT, context));
    }
  }

  private static void checkPositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, got " + value);
    }
  }

  /// The settings that the product uses, found on public text; `docs/forgetting.md` says what was
  /// tried.
  public static AdapterSettings standard() {
    return new AdapterSettings(
        LoraConfig.standard(PUBLIC_SEED),
        AdamWSettings.standard().withWeightDecay(0),
        1.2e-2f,
        10,
        2,
        256,
        1);
  }

  /// The same with each slice read so often.
  public AdapterSettings withEpochs(int times) {
    return new AdapterSettings(
        lora, optimiser, learningRate, warmupSteps, sequencesPerBatch, context, times);
  }

  /// The learning rate of one step, counted from 0 at the start of each shard.
  float learningRate(int stepOfShard) {
    float warm = Math.min(1f, (stepOfShard + 1f) / warmupSteps);
    return learningRate * warm * (float) (1 / Math.sqrt(1 + stepOfShard / DECAY_STEPS));
  }

  /// The digest of all settings.
  String sha256() {
    return Sha256.of(toString());
  }
}
