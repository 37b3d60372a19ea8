package dev.demur.learn.adapter;

import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.TrainingState;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.SafetensorsException;
import dev.demur.learn.safetensors.SafetensorsFile;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The state of one shard after one slice, in a file that says what it was made from.
///
/// See `docs/reference/checkpoints.md`.
final class Checkpoint {
  static final String FORMAT = "demur-checkpoint/1";
  static final String NO_PARENT = "none";
  private static final String STEP = "step";
  private static final String TENSORS = "tensors";

  private Checkpoint() {}

  /// All that a checkpoint depends on. Two checkpoints of equal inputs have equal bytes.
  ///
  /// @param base digest of the base
  /// @param settings digest of the settings
  /// @param parent digest of the file of the slice before, or [#NO_PARENT]
  /// @param data keyed root over the rows of this slice
  record Inputs(SliceId slice, String base, String settings, String parent, String data) {
    SortedMap<String, String> metadata() {
      SortedMap<String, String> metadata = new TreeMap<>();
      metadata.put("format", FORMAT);
      metadata.put("code", AdapterTraining.VERSION);
      metadata.put("slice", slice.toString());
      metadata.put("base", base);
      metadata.put("settings", settings);
      metadata.put("parent", parent);
      metadata.put("data", data);
      return metadata;
    }
  }

  static Path file(Path folder, SliceId slice) {
    return folder.resolve("s" + slice.shard()).resolve("j" + slice.slice() + ".safetensors");
  }

  static void write(Path file, Inputs inputs, TrainingState state) throws IOException {
    SortedMap<String, String> metadata = inputs.metadata();
    metadata.put(STEP, Integer.toString(state.step()));
    metadata.put(TENSORS, digest(state.tensors()));
    Safetensors.write(file, state.tensors(), metadata, Storage.F32);
  }

  /// The state in a file; empty when there is no file, when it was made from other inputs, or when
  /// its numbers are not those that were written.
  static Optional<TrainingState> read(Path file, Inputs inputs) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      SafetensorsFile contents = Safetensors.read(file);
      SortedMap<String, String> expected = inputs.metadata();
      String step = contents.metadata().getOrDefault(STEP, "");
      expected.put(STEP, step);
      expected.put(TENSORS, digest(contents.tensors()));
      return expected.equals(contents.metadata()) && step.matches("\\d{1,9}")
          ? Optional.of(new TrainingState(Integer.parseInt(step), contents.tensors()))
          : Optional.empty();
    } catch (SafetensorsException damaged) {
      return Optional.empty();
    }
  }

  /// A digest over names, shapes and the bits of all numbers.
  private static String digest(SortedMap<String, Tensor> tensors) {
    MessageDigest digest = Sha256.digest();
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
      int[] shape = entry.getValue().shape();
      float[] data = entry.getValue().data();
      ByteBuffer bytes =
          ByteBuffer.allocate(Integer.BYTES * (2 + shape.length + data.length) + name.length)
              .order(ByteOrder.LITTLE_ENDIAN);
      bytes.putInt(name.length).put(name).putInt(shape.length);
      for (int dimension : shape) {
        bytes.putInt(dimension);
      }
      bytes.asFloatBuffer().put(data);
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
