package dev.demur.learn.tokenizer;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A byte-level byte-pair encoding: any text to token ids, and the ids back to the same text.
///
/// Text never becomes a special token: `<|eos|>` written by a member is so many plain characters.
/// Lone surrogates, which UTF-8 cannot hold, become `?`. Thread-safe.
public final class Tokenizer {
  private static final int MAX_CACHED_WORDS = 1 << 16;
  private static final int MAX_CACHED_LENGTH = 32;

  private final String json;
  private final TokenizerJson.Contents contents;
  private final int bos;
  private final int eos;

  /// Tokens by word. Bounded; filled first come, first served; encoding does not depend on it.
  private final Map<String, int[]> cache = new ConcurrentHashMap<>();

  private Tokenizer(String json, SpecialTokens names) throws TokenizerException {
    this.json = json;
    contents = TokenizerJson.read(json);
    eos = names.eos(contents.vocabulary());
    bos = names.bos(contents.vocabulary()).orElse(eos);
  }

  /// Reads `tokenizer.json`, and beside it `tokenizer_config.json` where there is one, which names
  /// the tokens that begin and end a text.
  ///
  /// @throws TokenizerException naming what in the file cannot be followed exactly
  public static Tokenizer load(Path file) throws IOException {
    try {
      SpecialTokens names = SpecialTokens.beside(file);
      return new Tokenizer(Files.readString(file), names);
    } catch (TokenizerException e) {
      TokenizerException named = new TokenizerException(file + ": " + e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  /// Reads the contents of a `tokenizer.json`.
  static Tokenizer parse(String json) throws TokenizerException {
    return new Tokenizer(json, SpecialTokens.KNOWN);
  }

  /// Writes `tokenizer.json` as it was read.
  public void save(Path file) throws IOException {
    AtomicFile.writeString(file, json);
  }

  /// The digest of `tokenizer.json`.
  public String sha256() {
    return Sha256.of(json);
  }

  /// One more than the highest id.
  public int vocabularySize() {
    return contents.vocabulary().size();
  }

  /// The id that begins a text; the one that ends a text where the tokenizer has no other.
  public int bos() {
    return bos;
  }

  /// The id that ends a text.
  public int eos() {
    return eos;
  }

  /// The id of a special token by its name, e.g. `<|im_start|>`.
  public Optional<Integer> special(String name) {
    return contents.vocabulary().special(name);
  }

  /// The ids of a text, without any special token.
  public int[] encode(String text) {
    String normal = contents.composes() ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    Ids ids = new Ids(normal.length() / 2);
    contents.splitter().split(normal, word -> ids.add(encodeWord(word)));
    return ids.toArray();
  }

  /// The text of ids; special tokens give none, and broken UTF-8 gives U+FFFD.
  public String decode(int[] ids) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(4 * ids.length);
    for (int id : ids) {
      text.writeBytes(contents.vocabulary().bytes(id));
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /// What one id stands for, in UTF-8: perhaps a part of a character, nothing for special tokens.
  public byte[] bytes(int id) {
    return contents.vocabulary().bytes(id).clone();
  }

  /// Drops every word from memory.
  public void forgetWords() {
    cache.clear();
  }

  private int[] encodeWord(String word) {
    int[] known = cache.get(word);
    if (known != null) {
      return known;
    }
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int[] ids =
        contents.wholeWordsFirst()
            ? contents
                .vocabulary()
                .idOfWord(bytes)
                .map(id -> new int[] {id})
                .orElseGet(() -> WordEncoder.encode(contents.vocabulary(), bytes))
            : WordEncoder.encode(contents.vocabulary(), bytes);
    if (word.length() <= MAX_CACHED_LENGTH && cache.size() < MAX_CACHED_WORDS) {
      cache.put(word, ids);
    }
    return ids;
  }

  /// A list of ids that grows.
  private static final class Ids {
    private int[] values;
    private int size;

    Ids(int capacity) {
      values = new int[Math.max(8, capacity)];
    }

    void add(int[] more) {
      if (size + more.length > values.length) {
        values = Arrays.copyOf(values, Math.max(2 * values.length, size + more.length));
      }
      System.arraycopy(more, 0, values, size, more.length);
      size += more.length;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
