package dev.demur.assist.privacy;

import dev.demur.learn.adapter.AdapterSettings;
import java.util.Locale;

/// A training, as its card names it.
///
/// @param sha256 of the merged adapter
/// @param base digest of the base it stands on
/// @param baseParameters weights of the base
/// @param settings how it was trained, see [#describe]
/// @param program by name and digest
/// @param corpus content root of what it was trained on
/// @param records that gave text
/// @param asOf the instant of every decision
public record TrainedAdapter(
    String sha256,
    String base,
    long baseParameters,
    int shards,
    int slices,
    String settings,
    String program,
    String corpus,
    long records,
    String asOf) {
  /// Settings in words.
  public static String describe(AdapterSettings settings) {
    return String.format(
        Locale.ROOT,
        "rank %d, alpha %.0f; rate %s; batches of %d sequences of %d tokens; epochs %d",
        settings.lora().rank(),
        settings.lora().alpha(),
        settings.learningRate(),
        settings.sequencesPerBatch(),
        settings.context(),
        settings.epochs());
  }
}
