package dev.demur.learn.base;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.model.TrainingState;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.SafetensorsFile;
import dev.demur.learn.safetensors.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An unfinished training on disk, from which it goes on as if it had never stopped.
///
/// @param measured so far, oldest first
record BaseCheckpoint(TrainingState state, List<Measurement> measured) {
  private static final String FILE = "unfinished.safetensors";
  private static final String INPUTS = "inputs";
  private static final String STEP = "step";
  private static final String MEASURED = "measured";

  BaseCheckpoint {
    measured = List.copyOf(measured);
  }

  /// The checkpoint in this folder; empty when there is none of the same inputs.
  ///
  /// @param inputs digest of text, settings and code
  static Optional<BaseCheckpoint> read(Path folder, String inputs) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    SafetensorsFile contents = Safetensors.read(file);
    SortedMap<String, String> metadata = contents.metadata();
    if (!inputs.equals(metadata.get(INPUTS))) {
      return Optional.empty();
    }
    int step = Integer.parseInt(metadata.getOrDefault(STEP, ""));
    List<Measurement> measured = new ArrayList<>();
    for (String pair : metadata.getOrDefault(MEASURED, "").split(" ", -1)) {
      int colon = pair.indexOf(':');
      measured.add(
          new Measurement(
              Integer.parseInt(pair.substring(0, colon)),
              Double.parseDouble(pair.substring(colon + 1))));
    }
    return Optional.of(new BaseCheckpoint(new TrainingState(step, contents.tensors()), measured));
  }

  void write(Path folder, String inputs) throws IOException {
    List<String> pairs = measured.stream().map(m -> m.step() + ":" + m.loss()).toList();
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put(INPUTS, inputs);
    metadata.put(STEP, Integer.toString(state.step()));
    metadata.put(MEASURED, String.join(" ", pairs));
    Safetensors.write(folder.resolve(FILE), state.tensors(), metadata, Storage.F32);
  }

  static void delete(Path folder) throws IOException {
    AtomicFile.delete(folder.resolve(FILE));
  }
}
