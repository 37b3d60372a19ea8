package dev.demur.learn.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which special tokens begin and end a text: the first of these names that the vocabulary has.
record SpecialTokens(List<String> bos, List<String> eos) {
  static final String BOS = "<|bos|>";
  static final String EOS = "<|eos|>";

  /// Names in use, for files that do not say.
  static final SpecialTokens KNOWN =
      new SpecialTokens(
          List.of(BOS, "<|begin_of_text|>", "<s>"),
          List.of(EOS, "<|end_of_text|>", "</s>", "<|endoftext|>"));

  SpecialTokens {
    bos = List.copyOf(bos);
    eos = List.copyOf(eos);
  }

  /// What `tokenizer_config.json` beside a tokenizer's file says, or [#KNOWN] without one.
  static SpecialTokens beside(Path tokenizerFile) throws IOException {
    Path file = tokenizerFile.resolveSibling("tokenizer_config.json");
    if (!Files.exists(file)) {
      return KNOWN;
    }
    try {
      JsonNode config = JsonMapper.shared().readTree(Files.readString(file));
      return new SpecialTokens(name(config.path("bos_token")), name(config.path("eos_token")));
    } catch (JacksonException e) {
      throw new TokenizerException(file.getFileName() + " is not JSON: " + e.getOriginalMessage());
    }
  }

  /// A token is named by a string, or by an object with its `content`; null means none.
  private static List<String> name(JsonNode token) {
    JsonNode name = token.isObject() ? token.path("content") : token;
    return name.isString() ? List.of(name.stringValue()) : List.of();
  }

  Optional<Integer> bos(Vocabulary vocabulary) {
    return bos.stream().flatMap(name -> vocabulary.special(name).stream()).findFirst();
  }

  int eos(Vocabulary vocabulary) throws TokenizerException {
    return eos.stream()
        .flatMap(name -> vocabulary.special(name).stream())
        .findFirst()
        .orElseThrow(
            () -> new TokenizerException("no special token ends a text; looked for " + eos));
  }
}
