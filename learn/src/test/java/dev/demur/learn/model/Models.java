package dev.demur.learn.model;

import dev.demur.learn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;

/// Small models and batches for tests.
final class Models {
  private Models() {}

  /// Sizes that fill no tile and no vector, tied embeddings.
  static LlamaConfig plain() {
    return LlamaConfig.small(37, 24, 40, 2, 3, 64);
  }

  /// Everything that differs from the plain model at once: shared key-value heads, an output layer
  /// of its own, biases, a head size of its own, stretched rotary frequencies.
  static LlamaConfig elaborate(ProjectionBias bias) {
    return new LlamaConfig(
        41, 20, 36, 2, 6, 2, 10, 1e-6, 500, new RopeScaling.Llama3(4, 1, 4, 32), false, bias, 64);
  }

  /// A model whose norms and biases are not at the values where they would not matter.
  static LlamaModel random(LlamaConfig config, long seed) {
    LlamaModel model = LlamaModel.initialise(config, seed);
    model
        .weights()
        .forEach((name, tensor) -> {
          boolean norm = name.endsWith("norm.weight");
          boolean bias = name.endsWith("bias");
          CounterRandom random = CounterRandom.of(seed, "test." + name);
          for (int i = 0; i < tensor.data().length; i++) {
            float noise = (float) random.gaussian(i);
            tensor.data()[i] = norm ? 1 + 0.3f * noise : bias ? 0.5f * noise : 0.3f * noise;
          }
        });
    return model;
  }

  /// Sequences of random tokens, one in eight without a target.
  static Batch batch(LlamaConfig config, long seed, int... lengths) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> sequences = new ArrayList<>();
    for (int length : lengths) {
      sequences.add(random.ints(length + 1, 0, config.vocabularySize()).toArray());
    }
    Batch whole = Batch.ofNextTokens(sequences);
    int[] targets = whole.targets();
    for (int i = 1; i < targets.length; i++) {
      if (random.nextInt(8) == 0) {
        targets[i] = Batch.IGNORED;
      }
    }
    return new Batch(whole.tokens(), targets, whole.lengths());
  }

  /// SHA-256 over the names and bytes of all tensors.
  static String sha256(SortedMap<String, Tensor> tensors) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      tensors.forEach((name, tensor) -> {
        digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        float[] data = tensor.data();
        ByteBuffer bytes =
            ByteBuffer.allocate(data.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(data);
        digest.update(bytes.array());
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
