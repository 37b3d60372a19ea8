package dev.demur.learn.privacy;

import dev.demur.learn.adapter.AdapterProgress;
import dev.demur.learn.adapter.AdapterTraining;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.Merge;
import dev.demur.learn.adapter.MergedAdapter;
import dev.demur.learn.adapter.SliceGate;
import dev.demur.learn.adapter.SliceRows;
import dev.demur.learn.base.Base;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tensor.Workers;
import dev.demur.model.CorpusRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Trains the models of an evaluation as the product trains: checkpoints by slice, shards merged.
///
/// All models divide members by one key, which stands for an attacker who knows it.
public final class EvaluatedTraining {
  private final Base base;
  private final PrivacySettings settings;
  private final Cohort cohort;
  private final Assignment assignment;
  private final int threads;

  /// @param threads change the time and nothing else
  public EvaluatedTraining(Base base, PrivacySettings settings, Cohort cohort, int threads) {
    this.base = base;
    this.settings = settings;
    this.cohort = cohort;
    this.threads = threads;
    byte[] key =
        Sha256.of("demur privacy evaluation " + settings.seed())
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    this.assignment = new Assignment(key, settings.shards(), settings.slices());
  }

  /// A trained model.
  ///
  /// @param sha256 digest of the merged adapter
  public record Trained(LlamaModel model, String sha256) {}

  public Assignment assignment() {
    return assignment;
  }

  /// All that a model of these members follows from, and what is measured of it, as one digest.
  public String inputs(Cohort.Part part) {
    return Sha256.of(
        String.join(
            "\n",
            base.sha256(),
            settings.toString(),
            cohort.digest(part),
            cohort.digest(cohort.everybody())));
  }

  /// Makes the model of these members in a folder. Checkpoints that are there already and still
  /// right are kept, so that this is also how members leave.
  public Trained make(Cohort.Part part, Path folder) throws IOException {
    Path adapters = folder.resolve("adapters");
    Path merged = folder.resolve("merged.safetensors");
    List<CorpusRow> rows = cohort.rows(part);
    new AdapterTraining(base, settings.adapter(), assignment, adapters)
        .make(
            SliceRows.of(assignment.spreadForTraining(rows)),
            SliceGate.open(),
            AdapterProgress.silent(),
            threads);
    String sha256 = new Merge(base, settings.adapter(), assignment, adapters).publish(merged);
    try (Workers workers = Workers.of(threads)) {
      return new Trained(MergedAdapter.load(merged).into(base, workers), sha256);
    }
  }

  /// Measures a model.
  public Losses losses(LlamaModel model) {
    try (Workers workers = Workers.of(threads)) {
      return Losses.of(model, base, cohort, settings.adapter().context(), workers);
    }
  }
}
