package dev.demur.learn.base;

import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.LlamaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/// The model card of a base: what it is made from, how, and how good it is.
///
/// Holds no times and no machine, so that it too is the same bytes when the base is trained again.
record BaseCard(
    List<TextSource> sources, BaseSettings settings, LlamaConfig config, Figures figures) {
  BaseCard {
    sources = List.copyOf(sources);
  }

  /// @param documents learnt from
  /// @param tokens in them
  /// @param heldOutDocuments measured on and never learnt from
  /// @param measured during training
  /// @param shipped the measurement of the weights as stored
  record Figures(
      int documents,
      int tokens,
      int heldOutDocuments,
      int steps,
      List<Measurement> measured,
      Measurement shipped) {
    Figures {
      measured = List.copyOf(measured);
    }
  }

  String text() throws IOException {
    return String.format(
        Locale.ROOT,
        """
        # Base model

        A small Llama-style language model and its tokenizer, trained from public text only, without any member's data. Adapters
        that are trained on members' text stand on it. It writes plausible workplace English and knows no facts; do not ask it for any.

        | | |
        |---|---|
        | parameters | %,d |
        | layers, heads, width, feed-forward width | %d, %d, %d, %d |
        | vocabulary | %,d (byte-level BPE, learnt from the same text) |
        | context | %d tokens |
        | weights | `model.safetensors`, bfloat16, Llama names, tied embeddings |
        | perplexity on held-out text | %s per token |

        ## Text

        %s
        Learnt from: %,d documents, %,d tokens, %d times. Held out by the hash of their id: %,d documents.

        ## Training

        %,d steps of %d sequences of %d tokens; AdamW, learning rate %s after %d steps of warm-up, then a cosine to a tenth,
        weight decay %s; seed %d.

        | step | loss | perplexity |
        |---|---|---|
        %s
        The last line is the model as stored; the one above it is the same model before it was rounded to bfloat16.

        ## Make it again

        ```
        %s
        ```

        With the files above (compare the digests), in this order, this gives the same tokenizer, shape and weights, byte for byte, on
        any machine and with any number of threads.
        """,
        config.parameters(),
        config.layers(),
        config.heads(),
        config.hiddenSize(),
        config.intermediateSize(),
        config.vocabularySize(),
        settings.context(),
        number(figures.shipped().perplexity(), 2),
        sourceTable(),
        figures.documents(),
        figures.tokens(),
        settings.epochs(),
        figures.heldOutDocuments(),
        figures.steps(),
        settings.sequencesPerBatch(),
        settings.context(),
        settings.peakLearningRate(),
        settings.warmupSteps(),
        settings.weightDecay(),
        settings.seed(),
        measurementRows(),
        command());
  }

  private String sourceTable() throws IOException {
    StringBuilder table =
        new StringBuilder("| file | bytes | SHA-256 | licence |\n|---|---|---|---|\n");
    for (TextSource source : sources) {
      table.append(
          "| %s | %d | `%s` | %s |\n"
              .formatted(
                  source.name(),
                  Files.size(source.file()),
                  Sha256.of(source.file()),
                  source.licence()));
    }
    return table.toString();
  }

  private String measurementRows() {
    StringBuilder rows = new StringBuilder();
    figures.measured().forEach(measurement -> rows.append(row(measurement)));
    return rows.append(row(figures.shipped())).toString();
  }

  private static String row(Measurement measurement) {
    return "| %d | %s | %s |\n"
        .formatted(
            measurement.step(), number(measurement.loss(), 4), number(measurement.perplexity(), 2));
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private String command() {
    String size = settings.equals(BaseSettings.small()) ? " --small" : "";
    StringBuilder command = new StringBuilder("./demur base train" + size + " --out DIR --text");
    sources.forEach(source -> command.append(" \\\n  '").append(source.name()).append('\''));
    return command.toString();
  }
}
