package dev.demur.home;

import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A base model that is made in a moment and knows nothing: the laws hold for any base.
final class TinyBase {
  private static final String TEXT =
      "We plan the work, we do the work, and we learn from the work. I lead a team of people who "
          + "care for patients, write software, teach classes and keep the books. ";

  private TinyBase() {}

  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Tokenizer tokenizer = TokenizerTraining.train(Stream.of(TEXT), 300);
    tokenizer.save(folder.resolve("tokenizer.json"));
    LlamaConfig config = LlamaConfig.small(tokenizer.vocabularySize(), 16, 32, 1, 2, 256);
    LlamaModel.initialise(config, 1).save(folder, new TreeMap<>());
    return folder;
  }
}
