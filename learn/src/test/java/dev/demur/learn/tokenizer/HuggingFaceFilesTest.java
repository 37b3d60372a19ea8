package dev.demur.learn.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files in the shapes in which Llama 3, Qwen2 and SmolLM publish theirs, with small vocabularies.
class HuggingFaceFilesTest {
  private static final String LLAMA3_SPLIT =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}|"
          + " ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+";
  private static final String LLAMA3_STEPS =
      """
      {"type":"Sequence","pretokenizers":[
       {"type":"Split","pattern":{"Regex":"%s"},"behavior":"Isolated","invert":false},
       {"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}]}\
      """
          .formatted(LLAMA3_SPLIT);

  @TempDir Path folder;

  @Test
  void llama3FilesWithMergesAsStringsAndWholeWordsFirst() throws IOException {
    Tokenizer tokenizer =
        load(
            """
            {"version":"1.0","truncation":null,"padding":null,
             "added_tokens":[{"id":300,"content":"<|begin_of_text|>","special":true},
                             {"id":301,"content":"<|end_of_text|>","special":true},
                             {"id":305,"content":"<tool>","special":false}],
             "normalizer":null,"pre_tokenizer":%s,"post_processor":null,
             "decoder":{"type":"ByteLevel"},
             "model":{"type":"BPE","dropout":null,"unk_token":null,"fuse_unk":false,
              "byte_fallback":false,"ignore_merges":true,
              "vocab":{%s,"he":256,"ll":257,"hell":258,"hello":259,"123":260},
              "merges":["h e","l l","he ll"]}}\
            """
                .formatted(LLAMA3_STEPS, bytes()));
    assertThat(tokenizer.bos()).isEqualTo(300);
    assertThat(tokenizer.eos()).isEqualTo(301);
    assertThat(tokenizer.vocabularySize()).isEqualTo(306);
    assertThat(tokenizer.encode("hello")).as("a whole word").containsExactly(259);
    assertThat(tokenizer.encode("helloh")).as("merged").containsExactly(258, 'o', 'h');
    assertThat(tokenizer.encode("1234")).as("digits by three").containsExactly(260, '4');
    assertThat(tokenizer.decode(tokenizer.encode("Hello, wörld 🎉\n")))
        .isEqualTo("Hello, wörld 🎉\n");
    assertThat(tokenizer.decode(new int[] {300, 305})).isEqualTo("<tool>");
  }

  @Test
  void qwen2FilesWithMergesAsPairsAndComposedText() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        """
        {"bos_token":null,"eos_token":{"content":"<|im_end|>"},"model_max_length":32768}\
        """);
    Tokenizer tokenizer =
        load(
            """
            {"added_tokens":[{"id":300,"content":"<|endoftext|>","special":true},
                             {"id":301,"content":"<|im_end|>","special":true}],
             "normalizer":{"type":"NFC"},"pre_tokenizer":%s,
             "model":{"type":"BPE","vocab":{%s,"he":256,"hel":257},
              "merges":[["h","e"],["he","l"]]}}\
            """
                .formatted(LLAMA3_STEPS, bytes()));
    assertThat(tokenizer.eos()).isEqualTo(301);
    assertThat(tokenizer.bos()).as("none of its own").isEqualTo(301);
    assertThat(tokenizer.special("<|endoftext|>")).contains(300);
    assertThat(tokenizer.encode("hel")).containsExactly(257);
    assertThat(tokenizer.decode(tokenizer.encode("e\u0301"))).isEqualTo("é");
  }

  @Test
  void smolLmFilesWithDigitsAndTheExpressionOfGpt2() throws IOException {
    Tokenizer tokenizer =
        load(
            file(
                """
                {"type":"Sequence","pretokenizers":[
                 {"type":"Digits","individual_digits":true},
                 {"type":"ByteLevel","add_prefix_space":false,"use_regex":true}]}\
                """,
                "\"12\":256,\"'s\":257",
                "\"1 2\",\"' s\""));
    assertThat(tokenizer.encode("12's")).containsExactly('1', '2', 257);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "type":"BPE"       ; "type":"Unigram"                                ; model must be BPE without dropout
          "type":"BPE"       ; "type":"BPE","byte_fallback":true               ; model must be BPE without dropout
          "type":"BPE"       ; "type":"BPE","unk_token":"<unk>"                ; model must be BPE without dropout
          "normalizer":null  ; "normalizer":{"type":"Lowercase"}               ; normalizer must be null or NFC, got {"type":"Lowercase"}
          "type":"ByteLevel" ; "type":"Metaspace"                              ; pre_tokenizer must be Sequence, Split, Digits or ByteLevel, got
          "add_prefix_space":false ; "add_prefix_space":true                   ; pre_tokenizer must be ByteLevel with add_prefix_space false, got
          "a b"              ; "a bb"                                          ; the vocabulary lacks the token 'abb'
          "a b"              ; "a b","a b"                                     ; merge 1 is given twice: 'a' with 'b'
          "a b"              ; "ab"                                            ; merge must be two tokens, got "ab"
          "ab":256           ; "ab":255                                        ; token id 255 is negative or given twice
          "ab":256           ; "ab":256," ":257                                ; token 257 is not written in bytes
          "Z":90             ; "ab ":90                                        ; token 90 is not written in bytes
          "<|eos|>"          ; "<|stop|>"                                      ; no special token ends a text; looked for [<|eos|>, <|end_of_text|>, </s>, <|endoftext|>]
          "model":           ; "model"                                         ; not JSON
          """)
  void aFileThatCannotBeFollowedExactlyIsRefused(String what, String instead, String message) {
    String good =
        file("{\"type\":\"ByteLevel\",\"add_prefix_space\":false}", "\"ab\":256", "\"a b\"");
    assertThat(good).contains(what);
    assertThatThrownBy(() -> load(good.replace(what, instead)))
        .isInstanceOf(TokenizerException.class)
        .hasMessageStartingWith(folder.resolve("tokenizer.json") + ": " + message);
  }

  @Test
  void aByteWithoutATokenIsRefused() {
    String good =
        file("{\"type\":\"ByteLevel\",\"add_prefix_space\":false}", "\"ab\":256", "\"a b\"");
    assertThatThrownBy(() -> load(good.replace("\"Z\":90,", "")))
        .hasMessageEndingWith("the vocabulary lacks the token 'Z'");
  }

  private static String file(String preTokenizer, String vocabulary, String merges) {
    return """
    {"added_tokens":[{"id":300,"content":"<|eos|>","special":true}],
     "normalizer":null,"pre_tokenizer":%s,
     "model":{"type":"BPE","vocab":{%s,%s},"merges":[%s]}}\
    """
        .formatted(preTokenizer, bytes(), vocabulary, merges);
  }

  /// The 256 bytes, each with itself as its id.
  private static String bytes() {
    return IntStream.range(0, 256)
        .mapToObj(b -> {
          String token = ByteAlphabet.write(new byte[] {(byte) b});
          String escaped = token.equals("\"") || token.equals("\\") ? "\\" + token : token;
          return "\"" + escaped + "\":" + b;
        })
        .collect(Collectors.joining(","));
  }

  private Tokenizer load(String json) throws IOException {
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(file, json);
    return Tokenizer.load(file);
  }
}
