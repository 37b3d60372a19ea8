package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LlamaConfigTest {
  /// The shape of Llama 3.2 1B, with the keys of its file that matter.
  private static final String LLAMA_3_2 =
      """
      {"architectures": ["LlamaForCausalLM"], "attention_bias": false, "attention_dropout": 0.0,
       "bos_token_id": 128000, "eos_token_id": 128001, "head_dim": 64, "hidden_act": "silu",
       "hidden_size": 2048, "initializer_range": 0.02, "intermediate_size": 8192,
       "max_position_embeddings": 131072, "mlp_bias": false, "model_type": "llama",
       "num_attention_heads": 32, "num_hidden_layers": 16, "num_key_value_heads": 8,
       "pretraining_tp": 1, "rms_norm_eps": 1e-05,
       "rope_scaling": {"factor": 32.0, "high_freq_factor": 4.0, "low_freq_factor": 1.0,
         "original_max_position_embeddings": 8192, "rope_type": "llama3"},
       "rope_theta": 500000.0, "tie_word_embeddings": true, "torch_dtype": "bfloat16",
       "use_cache": true, "vocab_size": 128256}
      """;

  /// The shape of Qwen2.5 0.5B.
  private static final String QWEN_2 =
      """
      {"architectures": ["Qwen2ForCausalLM"], "attention_dropout": 0.0, "hidden_act": "silu",
       "hidden_size": 896, "intermediate_size": 4864, "max_position_embeddings": 32768,
       "max_window_layers": 24, "model_type": "qwen2", "num_attention_heads": 14,
       "num_hidden_layers": 24, "num_key_value_heads": 2, "rms_norm_eps": 1e-06,
       "rope_theta": 1000000.0, "sliding_window": 32768, "tie_word_embeddings": true,
       "use_sliding_window": false, "vocab_size": 151936}
      """;

  static Stream<LlamaConfig> configs() {
    return Stream.of(
        Models.plain(),
        Models.elaborate(ProjectionBias.NONE),
        Models.elaborate(ProjectionBias.QUERY_KEY_VALUE),
        Models.elaborate(ProjectionBias.ALL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configs")
  void whatIsWrittenIsReadBack(LlamaConfig config) throws ConfigException {
    assertThat(LlamaConfig.parse(config.toJson())).isEqualTo(config);
  }

  @Test
  void theFileOfLlamaIsRead() throws ConfigException {
    LlamaConfig config = LlamaConfig.parse(LLAMA_3_2);

    assertThat(config.parameters()).isEqualTo(1_235_814_400L);
    assertThat(config.ropeScaling()).isEqualTo(new RopeScaling.Llama3(32, 1, 4, 8192));
    assertThat(config.keyValueHeads()).isEqualTo(8);
    assertThat(config.projectionBias()).isEqualTo(ProjectionBias.NONE);
  }

  @Test
  void theFileOfQwenIsRead() throws ConfigException {
    LlamaConfig config = LlamaConfig.parse(QWEN_2);

    assertThat(config.parameters()).isEqualTo(494_032_768L);
    assertThat(config.headSize()).isEqualTo(64);
    assertThat(config.projectionBias()).isEqualTo(ProjectionBias.QUERY_KEY_VALUE);
  }

  @Test
  void lowFrequenciesAreStretchedAndHighOnesStay() throws ConfigException {
    double[] frequencies = LlamaConfig.parse(LLAMA_3_2).rotaryFrequencies();

    assertThat(frequencies[0]).isEqualTo(1);
    double lowest = StrictMath.pow(500000, -62.0 / 64);
    assertThat(frequencies[31]).isCloseTo(lowest / 32, within(1e-18));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "model_type": "llama"     | "model_type": "gpt2"    | model_type must be "llama" or "qwen2", got "gpt2"
          "hidden_act": "silu"      | "hidden_act": "gelu"    | hidden_act must be silu, got "gelu"
          "mlp_bias": false         | "mlp_bias": true        | mlp_bias must be false, got true
          "hidden_size": 2048       | "hidden_size": "wide"   | hidden_size must be a whole number, got "wide"
          "vocab_size": 128256      | "words": 5              | vocab_size must be a whole number, got nothing
          "num_hidden_layers": 16   | "num_hidden_layers": 0  | num_hidden_layers must be at least 1, got 0
          "rope_type": "llama3"     | "rope_type": "yarn"     | rope_type must be "default", "linear" or "llama3", got "yarn"
          "num_key_value_heads": 8  | "num_key_value_heads": 5| num_key_value_heads must divide num_attention_heads, got 5 and 32
          "factor": 32.0            | "factor": 0.5           | rope_scaling factor must be at least 1, got 0.5
          "head_dim": 64            | "head_dim": 63          | the size of a head must be even, got 63; see head_dim
          """)
  void whatWouldRunWronglyIsRefused(String key, String replacement, String message) {
    String json = LLAMA_3_2.replace(key, replacement);

    assertThatThrownBy(() -> LlamaConfig.parse(json))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatThrownBy(() -> LlamaConfig.parse("{"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("not JSON: ");
  }
}
