package dev.demur.learn.tokenizer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The tokens and merges of one tokenizer.
///
/// Immutable once built, and so thread-safe.
final class Vocabulary {
  private static final byte[] NOTHING = {};

  private final byte[][] bytes;
  private final Map<String, Integer> special;
  private final int[] idOfByte = new int[ByteAlphabet.BYTES];
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Long, Merge> merges = new HashMap<>();

  /// What two neighbouring tokens become.
  ///
  /// @param rank the lowest goes first
  record Merge(int rank, int result) {}

  /// @param tokens id by token in [ByteAlphabet]
  /// @param plain id by token written as it is, for added tokens that are not special
  /// @param special id by name, of tokens that stand for no text
  Vocabulary(Map<String, Integer> tokens, Map<String, Integer> plain, Map<String, Integer> special)
      throws TokenizerException {
    this.special = Map.copyOf(special);
    bytes = new byte[1 + Math.max(Math.max(highest(tokens), highest(plain)), highest(special))][];
    for (Map.Entry<String, Integer> token : tokens.entrySet()) {
      put(token.getKey(), token.getValue());
    }
    plain.forEach((text, id) -> bytes[id] = text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    special.values().forEach(id -> bytes[id] = NOTHING);
    for (int b = 0; b < idOfByte.length; b++) {
      idOfByte[b] = idOf(ByteAlphabet.write(new byte[] {(byte) b}));
    }
  }

  private static int highest(Map<String, Integer> ids) {
    return ids.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  private void put(String token, int id) throws TokenizerException {
    byte[] text =
        ByteAlphabet.read(token)
            .orElseThrow(() ->
                new TokenizerException(
                    "token %d is not written in bytes; only byte-level vocabularies are read"
                        .formatted(id)));
    if (id < 0 || bytes[id] != null) {
      throw new TokenizerException("token id %d is negative or given twice".formatted(id));
    }
    bytes[id] = text;
    ids.put(token, id);
  }

  /// Adds the merge of two tokens, ranked after those added before.
  void addMerge(String left, String right) throws TokenizerException {
    Merge merge = new Merge(merges.size(), idOf(left + right));
    if (merges.putIfAbsent(pair(idOf(left), idOf(right)), merge) != null) {
      throw new TokenizerException(
          "merge %d is given twice: '%s' with '%s'".formatted(merges.size(), left, right));
    }
  }

  private int idOf(String token) throws TokenizerException {
    Integer id = ids.get(token);
    if (id == null) {
      throw new TokenizerException("the vocabulary lacks the token '%s'".formatted(token));
    }
    return id;
  }

  private static long pair(int left, int right) {
    return (long) left << Integer.SIZE | right;
  }

  /// One more than the highest id.
  int size() {
    return bytes.length;
  }

  Optional<Merge> merge(int left, int right) {
    return Optional.ofNullable(merges.get(pair(left, right)));
  }

  int idOfByte(byte value) {
    return idOfByte[value & 0xFF];
  }

  /// The token that is exactly these bytes.
  Optional<Integer> idOfWord(byte[] word) {
    return Optional.ofNullable(ids.get(ByteAlphabet.write(word)));
  }

  Optional<Integer> special(String name) {
    return Optional.ofNullable(special.get(name));
  }

  /// The text of a token in UTF-8, perhaps a part of a character; empty for special tokens and for
  /// ids that the vocabulary leaves out.
  byte[] bytes(int id) {
    if (id < 0 || id >= bytes.length) {
      throw new IllegalArgumentException(
          "token id must be 0 to %d, got %d".formatted(bytes.length - 1, id));
    }
    return bytes[id] == null ? NOTHING : bytes[id];
  }
}
