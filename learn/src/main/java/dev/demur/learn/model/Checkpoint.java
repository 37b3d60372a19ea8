package dev.demur.learn.model;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model in a folder, as Hugging Face lays it out: `config.json` beside `model.safetensors`, or
/// beside `model.safetensors.index.json` and the files that it lists.
final class Checkpoint {
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";

  private Checkpoint() {}

  static LlamaModel read(Path folder) throws IOException {
    LlamaConfig config = readConfig(folder.resolve(CONFIG));
    SortedMap<String, Tensor> weights = new TreeMap<>();
    for (Path file : weightFiles(folder)) {
      weights.putAll(Safetensors.read(file).tensors());
    }
    weights.keySet().removeIf(name -> isDerived(name, config));
    try {
      return new LlamaModel(config, weights);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "%s does not fit %s: %s".formatted(folder, CONFIG, e.getMessage()), e);
    }
  }

  private static LlamaConfig readConfig(Path file) throws IOException {
    try {
      return ConfigJson.read(Files.readString(file));
    } catch (ConfigException e) {
      throw new ConfigException(file + ": " + e.getMessage(), e);
    }
  }

  private static SortedSet<Path> weightFiles(Path folder) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    Path index = folder.resolve(INDEX);
    if (Files.exists(folder.resolve(WEIGHTS)) || !Files.exists(index)) {
      files.add(folder.resolve(WEIGHTS));
      return files;
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readString(index));
      for (JsonNode name : root.path("weight_map")) {
        files.add(fileWithin(folder, name.asString("")));
      }
    } catch (JacksonException e) {
      throw new ConfigException(index + ": not JSON: " + e.getOriginalMessage(), e);
    }
    return files;
  }

  private static Path fileWithin(Path folder, String name) throws ConfigException {
    if (name.isEmpty() || !Path.of(name).equals(Path.of(name).getFileName())) {
      throw new ConfigException(
          "%s: weight_map names '%s', which is no file of this folder"
              .formatted(folder.resolve(INDEX), name));
    }
    return folder.resolve(name);
  }

  /// Tensors that some checkpoints carry although they follow from others.
  private static boolean isDerived(String name, LlamaConfig config) {
    return name.endsWith("rotary_emb.inv_freq")
        || (config.tiedEmbeddings() && name.equals(WeightNames.HEAD));
  }

  static void write(LlamaModel model, Path folder, SortedMap<String, String> metadata)
      throws IOException {
    SortedMap<String, String> all = new TreeMap<>(metadata);
    all.put("format", "pt");
    Safetensors.write(folder.resolve(WEIGHTS), model.weights(), all, Storage.F32);
    AtomicFile.writeString(folder.resolve(CONFIG), ConfigJson.write(model.config()));
  }
}
