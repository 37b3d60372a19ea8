package dev.demur.learn.base;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.AdamWSettings;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.Evaluation;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.Trainer;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Workers;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Trains a base from public text: `tokenizer.json`, `model.safetensors`, `config.json`,
/// `README.md`, and the same for machines, `bom.cdx.json`.
///
/// The five files depend on the text and the settings only: the same bytes on every machine, for
/// any number of threads, and however often the training was stopped and went on. While it runs,
/// the folder also holds `unfinished.safetensors`, from which the same call goes on.
///
/// Never give it members' data: what a base has learnt, nobody can leave.
public final class BaseTraining {
  /// Changes whenever equal inputs would give other bytes.
  static final String VERSION = "demur-base/1";

  private final List<TextSource> sources;
  private final BaseSettings settings;
  private final Path folder;
  private final BaseProgress progress;

  private BaseTraining(
      List<TextSource> sources, BaseSettings settings, Path folder, BaseProgress progress) {
    this.sources = List.copyOf(sources);
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
  }

  /// Trains, or goes on training.
  ///
  /// @param sources read in this order
  /// @param threads change the time it takes and nothing else
  /// @return the measurement of the model as it is in the folder
  public static Measurement train(
      List<TextSource> sources,
      BaseSettings settings,
      Path folder,
      int threads,
      BaseProgress progress)
      throws IOException {
    try (Workers workers = Workers.of(threads)) {
      return new BaseTraining(sources, settings, folder, progress).run(workers);
    }
  }

  private Measurement run(Workers workers) throws IOException {
    List<PublicDocument> documents =
        PublicText.read(sources.stream().map(TextSource::file).toList());
    List<PublicDocument> heldOut =
        documents.stream().filter(d -> d.isHeldOut(settings.heldOutPerMille())).toList();
    List<PublicDocument> taught =
        documents.stream().filter(d -> !d.isHeldOut(settings.heldOutPerMille())).toList();
    Tokenizer tokenizer =
        TokenizerTraining.train(
            taught.stream().map(PublicDocument::text), settings.vocabularySize());
    TokenText text = TokenText.of(taught, tokenizer, settings.seed());
    List<Batch> measure = measureBatches(TokenText.of(heldOut, tokenizer, settings.seed()));
    int steps = settings.epochs() * stepsOfEpoch(text);
    if (steps == 0 || measure.isEmpty()) {
      throw new IllegalArgumentException(
          "too little text: %d tokens to learn from and %d held out, and a batch needs %d; give"
                  .formatted(
                      text.length(),
                      TokenText.of(heldOut, tokenizer, settings.seed()).length(),
                      settings.sequencesPerBatch() * settings.context())
              + " more text or a smaller context");
    }
    BaseCheckpoint trained = learn(tokenizer, text, steps, measure, workers);
    Measurement shipped = publish(tokenizer, trained, measure, workers);
    BaseCard card =
        new BaseCard(
            sources,
            settings,
            settings.model(tokenizer.vocabularySize()),
            new BaseCard.Figures(
                taught.size(), text.length(), heldOut.size(), steps, trained.measured(), shipped));
    AtomicFile.writeString(folder.resolve("README.md"), card.text());
    BaseBom bom = new BaseBom(card, folder.resolve("model.safetensors"));
    AtomicFile.writeString(folder.resolve(BaseBom.FILE), bom.text());
    BaseCheckpoint.delete(folder);
    return shipped;
  }

  private int stepsOfEpoch(TokenText text) {
    return text.windows(settings.context()) / settings.sequencesPerBatch();
  }

  private BaseCheckpoint learn(
      Tokenizer tokenizer, TokenText text, int steps, List<Batch> measure, Workers workers)
      throws IOException {
    String inputs = inputs();
    LlamaModel model =
        LlamaModel.initialise(settings.model(tokenizer.vocabularySize()), settings.seed());
    AdamWSettings optimiser = AdamWSettings.standard().withWeightDecay(settings.weightDecay());
    Trainer trainer = new Trainer(model, optimiser, workers);
    List<Measurement> measured = new ArrayList<>();
    BaseCheckpoint.read(folder, inputs)
        .ifPresentOrElse(
            checkpoint -> {
              trainer.restore(checkpoint.state());
              measured.addAll(checkpoint.measured());
            },
            () -> measured.add(measure(0, trainer::loss, measure)));
    int perEpoch = stepsOfEpoch(text);
    TokenText.Epoch epoch = null;
    int from = trainer.state().step();
    for (int step = from; step < steps; step++) {
      if (epoch == null || step % perEpoch == 0) {
        epoch = text.epoch(step / perEpoch, settings.context());
      }
      Batch batch = batch(epoch, step % perEpoch * settings.sequencesPerBatch());
      double loss = trainer.step(batch, settings.learningRate(step, steps));
      progress.stepped(step + 1, steps, loss, batch.size());
      if ((step + 1) % settings.measureEvery() == 0 || step + 1 == steps) {
        measured.add(measure(step + 1, trainer::loss, measure));
        new BaseCheckpoint(trainer.state(), measured).write(folder, inputs);
      }
    }
    return new BaseCheckpoint(trainer.state(), measured);
  }

  private Batch batch(TokenText.Epoch epoch, int firstWindow) {
    int count = settings.sequencesPerBatch();
    int[] tokens = new int[count * settings.context()];
    int[] targets = new int[tokens.length];
    int[] lengths = new int[count];
    Arrays.fill(lengths, settings.context());
    epoch.copy(firstWindow, count, tokens, targets);
    return new Batch(tokens, targets, lengths);
  }

  private List<Batch> measureBatches(TokenText heldOut) {
    List<Batch> batches = new ArrayList<>();
    TokenText.Epoch epoch = heldOut.epoch(0, settings.context());
    int count = settings.sequencesPerBatch();
    for (int first = 0; first + count <= heldOut.windows(settings.context()); first += count) {
      batches.add(batch(epoch, first));
    }
    return batches;
  }

  /// How a batch is measured.
  @FunctionalInterface
  private interface Loss {
    double of(Batch batch);
  }

  private Measurement measure(int step, Loss loss, List<Batch> batches) {
    double sum = 0;
    for (Batch batch : batches) {
      sum += loss.of(batch);
    }
    Measurement measurement = new Measurement(step, sum / batches.size());
    progress.measured(measurement);
    return measurement;
  }

  /// Writes tokenizer, shape and weights, and measures what was written: half the width loses a
  /// little.
  private Measurement publish(
      Tokenizer tokenizer, BaseCheckpoint trained, List<Batch> measure, Workers workers)
      throws IOException {
    tokenizer.save(folder.resolve("tokenizer.json"));
    AtomicFile.writeString(
        folder.resolve("config.json"), settings.model(tokenizer.vocabularySize()).toJson());
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put("format", "pt");
    metadata.put("inputs", inputs());
    metadata.put("tokenizer", tokenizer.sha256());
    LlamaModel model =
        LlamaModel.initialise(settings.model(tokenizer.vocabularySize()), settings.seed());
    new Trainer(model, AdamWSettings.standard(), workers).restore(trained.state());
    Safetensors.write(folder.resolve("model.safetensors"), model.weights(), metadata, Storage.BF16);
    Evaluation evaluation = new Evaluation(LlamaModel.load(folder), workers);
    return measure(trained.state().step(), evaluation::loss, measure);
  }

  /// The digest of all that the result depends on.
  private String inputs() throws IOException {
    StringBuilder inputs = new StringBuilder(VERSION).append('\n').append(settings);
    for (TextSource source : sources) {
      inputs.append('\n').append(source.name()).append(' ').append(Sha256.of(source.file()));
    }
    return Sha256.of(inputs.toString());
  }
}
