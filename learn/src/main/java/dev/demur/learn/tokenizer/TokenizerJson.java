package dev.demur.learn.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file `tokenizer.json` of Hugging Face, as far as it describes byte-level BPE.
///
/// Read are: no normalizer or NFC; pre-tokenizers `ByteLevel`, `Split` and `Digits`, alone or in
/// sequence; a `BPE` model without dropout, unknown token and byte fallback. Anything else would
/// make other tokens than the model was trained with, and is refused.
final class TokenizerJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private TokenizerJson() {}

  /// What a file says.
  ///
  /// @param composes whether text is brought to NFC first
  /// @param wholeWordsFirst whether a word that is a token needs no merges
  record Contents(
      boolean composes, Splitter splitter, boolean wholeWordsFirst, Vocabulary vocabulary) {}

  static Contents read(String json) throws TokenizerException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new TokenizerException("not JSON: " + e.getOriginalMessage());
    }
    List<Pattern> patterns = new ArrayList<>();
    readPreTokenizer(root.path("pre_tokenizer"), patterns);
    JsonNode model = root.path("model");
    checkModel(model);
    Vocabulary vocabulary = vocabulary(model, root.path("added_tokens"));
    readMerges(model.path("merges"), vocabulary);
    boolean wholeWordsFirst = model.path("ignore_merges").asBoolean(false);
    return new Contents(
        composes(root.path("normalizer")), new Splitter(patterns), wholeWordsFirst, vocabulary);
  }

  private static boolean composes(JsonNode normalizer) throws TokenizerException {
    if (normalizer.isMissingNode() || normalizer.isNull()) {
      return false;
    }
    require(type(normalizer).equals("NFC"), "normalizer", normalizer, "null or NFC");
    return true;
  }

  private static void readPreTokenizer(JsonNode node, List<Pattern> patterns)
      throws TokenizerException {
    switch (type(node)) {
      case "Sequence" -> {
        for (JsonNode step : node.path("pretokenizers")) {
          readPreTokenizer(step, patterns);
        }
      }
      case "Split" -> patterns.add(splitPattern(node));
      case "Digits" ->
          patterns.add(
              Splitter.compile(
                  node.path("individual_digits").asBoolean(false) ? "\\p{N}" : "\\p{N}+"));
      case "ByteLevel" -> {
        require(
            !node.path("add_prefix_space").asBoolean(true),
            "pre_tokenizer",
            node,
            "ByteLevel with add_prefix_space false");
        if (node.path("use_regex").asBoolean(true)) {
          patterns.add(Splitter.compile(Splitter.GPT2));
        }
      }
      default -> require(false, "pre_tokenizer", node, "Sequence, Split, Digits or ByteLevel");
    }
  }

  private static Pattern splitPattern(JsonNode node) throws TokenizerException {
    require(
        node.path("behavior").asString("").equals("Isolated")
            && !node.path("invert").asBoolean(false),
        "pre_tokenizer",
        node,
        "Split with behavior Isolated, not inverted");
    JsonNode pattern = node.path("pattern");
    if (pattern.path("String").isString()) {
      return Splitter.compile(Pattern.quote(pattern.path("String").stringValue()));
    }
    require(pattern.path("Regex").isString(), "pre_tokenizer", node, "Split by Regex or String");
    try {
      return Splitter.compile(pattern.path("Regex").stringValue());
    } catch (PatternSyntaxException e) {
      throw new TokenizerException("pre_tokenizer: " + e.getMessage());
    }
  }

  private static void checkModel(JsonNode model) throws TokenizerException {
    String wanted =
        "BPE without dropout, unk_token, byte_fallback, prefixes and suffixes of subwords";
    boolean plain =
        type(model).equals("BPE")
            && model.path("dropout").asDouble(0) == 0
            && model.path("unk_token").asString("").isEmpty()
            && !model.path("byte_fallback").asBoolean(false)
            && model.path("continuing_subword_prefix").asString("").isEmpty()
            && model.path("end_of_word_suffix").asString("").isEmpty();
    if (!plain) {
      throw new TokenizerException("model must be " + wanted);
    }
  }

  private static Vocabulary vocabulary(JsonNode model, JsonNode added) throws TokenizerException {
    Map<String, Integer> tokens = new HashMap<>();
    model.path("vocab").properties().forEach(e -> tokens.put(e.getKey(), e.getValue().asInt()));
    Map<String, Integer> plain = new HashMap<>();
    Map<String, Integer> special = new HashMap<>();
    for (JsonNode token : added) {
      String content = token.path("content").asString("");
      tokens.remove(content);
      (token.path("special").asBoolean(false) ? special : plain)
          .put(content, token.path("id").asInt());
    }
    return new Vocabulary(tokens, plain, special);
  }

  private static void readMerges(JsonNode merges, Vocabulary vocabulary) throws TokenizerException {
    for (JsonNode merge : merges) {
      String[] sides =
          merge.isArray()
              ? new String[] {merge.path(0).asString(""), merge.path(1).asString("")}
              : merge.asString("").split(" ", -1);
      require(sides.length == 2, "merge", merge, "two tokens");
      vocabulary.addMerge(sides[0], sides[1]);
    }
  }

  private static String type(JsonNode node) {
    return node.path("type").asString("none");
  }

  private static void require(boolean holds, String what, JsonNode found, String wanted)
      throws TokenizerException {
    if (!holds) {
      throw new TokenizerException("%s must be %s, got %s".formatted(what, wanted, found));
    }
  }

  /// Writes a tokenizer of our own.
  ///
  /// @param special names of the special tokens, whose ids are 0, 1, …
  /// @param tokens the other tokens in the order of their ids
  /// @param merges in the order of their ranks
  static String write(List<String> special, List<String> tokens, List<Pair> merges) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", "1.0").putNull("truncation").putNull("padding");
    ArrayNode added = root.putArray("added_tokens");
    special.forEach(name -> writeSpecial(added, name));
    root.putNull("normalizer");
    ObjectNode sequence = root.putObject("pre_tokenizer").put("type", "Sequence");
    ArrayNode steps = sequence.putArray("pretokenizers");
    ObjectNode split = steps.addObject().put("type", "Split");
    split.putObject("pattern").put("Regex", Splitter.OWN);
    split.put("behavior", "Isolated").put("invert", false);
    writeByteLevel(steps.addObject());
    root.putNull("post_processor");
    writeByteLevel(root.putObject("decoder"));
    writeModel(root.putObject("model"), special, tokens, merges);
    return JSON.writeValueAsString(root);
  }

  /// Two tokens that merge.
  record Pair(String left, String right) {}

  private static void writeSpecial(ArrayNode added, String name) {
    ObjectNode token = added.addObject().put("id", added.size() - 1).put("content", name);
    token.put("single_word", false).put("lstrip", false).put("rstrip", false);
    token.put("normalized", false).put("special", true);
  }

  private static void writeByteLevel(ObjectNode node) {
    node.put("type", "ByteLevel").put("add_prefix_space", false);
    node.put("trim_offsets", true).put("use_regex", false);
  }

  private static void writeModel(
      ObjectNode model, List<String> special, List<String> tokens, List<Pair> merges) {
    model.put("type", "BPE").putNull("dropout").putNull("unk_token");
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
    ObjectNode vocabulary = model.putObject("vocab");
    special.forEach(token -> vocabulary.put(token, vocabulary.size()));
    tokens.forEach(token -> vocabulary.put(token, vocabulary.size()));
    ArrayNode list = model.putArray("merges");
    merges.forEach(merge -> list.addArray().add(merge.left()).add(merge.right()));
  }
}
