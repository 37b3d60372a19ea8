package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.demur.learn.base.Base;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Checkpoints laid out as those of Llama 3 and Qwen 2 are read, and fine-tuned as PyTorch would.
class HuggingFaceCheckpointTest {
  private static final int STEPS = 12;
  private static final float LEARNING_RATE = 0.003f;

  @TempDir Path folder;

  @BeforeAll
  static void onlyWhereTheNativeLibraryRuns() {
    PyTorchOracleTest.onlyWhereTheNativeLibraryRuns();
  }

  /// What the files of a family hold.
  private enum Family {
    /// Grouped queries, stretched rotary frequencies, an output layer of its own, no biases.
    LLAMA_3(
        """
        {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "vocab_size": %d,
         "hidden_size": 24, "intermediate_size": 40, "num_hidden_layers": 2,
         "num_attention_heads": 6, "num_key_value_heads": 2, "head_dim": 8,
         "rms_norm_eps": 1e-05, "rope_theta": 500000.0, "hidden_act": "silu",
         "rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
           "high_freq_factor": 4.0, "original_max_position_embeddings": 32},
         "attention_bias": false, "mlp_bias": false, "tie_word_embeddings": false,
         "max_position_embeddings": 64, "torch_dtype": "bfloat16", "use_cache": true}
        """),
    /// Biases of queries, keys and values, tied embeddings, another epsilon.
    QWEN_2(
        """
        {"model_type": "qwen2", "architectures": ["Qwen2ForCausalLM"], "vocab_size": %d,
         "hidden_size": 24, "intermediate_size": 36, "num_hidden_layers": 2,
         "num_attention_heads": 4, "num_key_value_heads": 1, "rms_norm_eps": 1e-06,
         "rope_theta": 1000000.0, "hidden_act": "silu", "tie_word_embeddings": true,
         "use_sliding_window": false, "sliding_window": 32, "max_window_layers": 2,
         "max_position_embeddings": 64, "torch_dtype": "bfloat16"}
        """);

    private final String json;

    Family(String json) {
      this.json = json;
    }
  }

  /// Writes the three files with random weights, in bfloat16 as the originals are.
  private Base checkpoint(Family family) throws IOException {
    Tokenizer tokenizer =
        TokenizerTraining.train(Stream.of("a team of nurses plans ten ships now"), 270);
    String json = family.json.formatted(tokenizer.vocabularySize());
    LlamaModel model = Models.random(LlamaConfig.parse(json), 7);
    SortedMap<String, Tensor> weights = new TreeMap<>(model.weights());
    Safetensors.write(folder.resolve("model.safetensors"), weights, new TreeMap<>(), Storage.BF16);
    Files.writeString(folder.resolve("config.json"), json);
    tokenizer.save(folder.resolve("tokenizer.json"));
    return Base.load(folder);
  }

  private static Batch batch(LlamaConfig config, int step) {
    return Models.batch(config, step % 3, 40, 6, 1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void everyWeightIsFineTunedAsInPyTorch(Family family) throws IOException {
    PyTorchModel.compare(() -> fineTunes(family));
  }

  private void fineTunes(Family family) throws IOException {
    LlamaModel model = checkpoint(family).model();
    try (Workers workers = Workers.of(1);
        PyTorchModel oracle = new PyTorchModel(model.copy())) {
      Trainer trainer = new Trainer(model, AdamWSettings.standard(), workers);
      for (int step = 0; step < STEPS; step++) {
        Batch batch = batch(model.config(), step);
        assertThat(trainer.step(batch, LEARNING_RATE))
            .as("step %d", step)
            .isCloseTo(oracle.step(batch, LEARNING_RATE), within(2e-3));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void anAdapterIsTrainedAsInPyTorch(Family family) throws IOException {
    PyTorchModel.compare(() -> adapts(family));
  }

  private void adapts(Family family) throws IOException {
    LlamaModel model = checkpoint(family).model();
    LoraConfig lora = new LoraConfig(4, 8, 3, EnumSet.allOf(Projection.class));
    try (Workers workers = Workers.of(1);
        PyTorchModel oracle = new PyTorchModel(model, lora)) {
      LoraTrainer trainer = new LoraTrainer(model, lora, AdamWSettings.standard(), workers);
      double first = 0;
      double last = 0;
      for (int step = 0; step < STEPS; step++) {
        Batch batch = batch(model.config(), step);
        last = trainer.step(batch, LEARNING_RATE);
        first = step == 0 ? last : first;
        assertThat(last)
            .as("step %d", step)
            .isCloseTo(oracle.step(batch, LEARNING_RATE), within(2e-3));
      }
      assertThat(last).isLessThan(first);
    }
  }
}
