package dev.demur.learn.base;

import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;

/// A base as it is used: a frozen model, its tokenizer, and the name of exactly these two.
///
/// @param model is never written to
/// @param sha256 digest over `config.json`, `model.safetensors` and `tokenizer.json`
public record Base(LlamaModel model, Tokenizer tokenizer, String sha256) {
  public Base {
    if (tokenizer.vocabularySize() > model.config().vocabularySize()) {
      throw new IllegalArgumentException(
          "the tokenizer has %d tokens and the model only %d; they do not belong together"
              .formatted(tokenizer.vocabularySize(), model.config().vocabularySize()));
    }
  }

  /// Reads a folder that [BaseTraining] wrote, or one laid out as Hugging Face does.
  public static Base load(Path folder) throws IOException {
    StringBuilder digests = new StringBuilder();
    for (String name : new String[] {"config.json", "model.safetensors", "tokenizer.json"}) {
      digests.append(name).append(' ').append(Sha256.of(folder.resolve(name))).append('\n');
    }
    return new Base(
        LlamaModel.load(folder),
        Tokenizer.load(folder.resolve("tokenizer.json")),
        Sha256.of(digests.toString()));
  }
}
