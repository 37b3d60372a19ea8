package dev.demur.learn.model;

import dev.demur.learn.model.layer.Attention;
import dev.demur.learn.model.layer.FeedForward;
import dev.demur.learn.tensor.RowProduct;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// One text being read and written by a [Generator], token by token.
///
/// The logits are the same bits as those of a forward pass over the whole text. Not thread-safe;
/// sessions of one generator may run at the same time.
public final class Session {
  private final Decoder decoder;
  private final LlamaConfig config;
  private final List<KeyValueCache> caches;
  private final float[] logits;
  private int position;

  private float[] stream = new float[0];
  private float[] normalised = new float[0];
  private float[] queries = new float[0];
  private float[] keys = new float[0];
  private float[] values = new float[0];
  private float[] mixed = new float[0];
  private float[] gates = new float[0];
  private float[] ups = new float[0];
  private float[] scores = new float[0];

  Session(Decoder decoder) {
    this.decoder = decoder;
    this.config = decoder.config();
    this.logits = new float[config.vocabularySize()];
    this.caches = Stream.generate(() -> new KeyValueCache(config)).limit(config.layers()).toList();
  }

  /// Tokens read so far.
  public int position() {
    return position;
  }

  /// Tokens that can still be read.
  public int remaining() {
    return config.maxPositions() - position;
  }

  /// Reads more tokens.
  ///
  /// @return the logits of the token after the last of them, one for each token of the vocabulary;
  ///   the array is overwritten by the next call
  public float[] append(int... tokens) {
    check(tokens);
    int rows = tokens.length;
    makeRoom(rows);
    int width = config.hiddenSize();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(decoder.embedding(), tokens[row] * width, stream, row * width, width);
    }
    decoder.rotary().prepare(position + rows);
    for (int layer = 0; layer < config.layers(); layer++) {
      attend(decoder.layers().get(layer), caches.get(layer), rows);
      feedForward(decoder.layers().get(layer), rows);
    }
    position += rows;
    decoder.finalNorm().normaliseRow(stream, (rows - 1) * width, normalised, 0);
    decoder.head().forward(1, normalised, logits);
    return logits;
  }

  /// Forgets all tokens from a position on, so that the text can go on another way.
  ///
  /// @param length how many tokens stay, 0 to [#position]
  public void rewind(int length) {
    if (length < 0 || length > position) {
      throw new IllegalArgumentException(
          "rewind takes 0 to %d tokens, got %d".formatted(position, length));
    }
    position = length;
  }

  private void check(int... tokens) {
    if (tokens.length == 0) {
      throw new IllegalArgumentException("append needs at least one token");
    }
    if (tokens.length > remaining()) {
      throw new IllegalArgumentException(
          "the text has %d tokens, the model takes %d; cut its beginning"
              .formatted(position + tokens.length, config.maxPositions()));
    }
    for (int token : tokens) {
      if (token < 0 || token >= config.vocabularySize()) {
        throw new IllegalArgumentException(
            "token %d is not in the vocabulary of %d".formatted(token, config.vocabularySize()));
      }
    }
  }

  private void makeRoom(int rows) {
    int keyWidth = config.keyValueHeads() * config.headSize();
    stream = room(stream, rows * config.hiddenSize());
    normalised = room(normalised, rows * config.hiddenSize());
    queries = room(queries, rows * config.heads() * config.headSize());
    mixed = room(mixed, rows * config.heads() * config.headSize());
    keys = room(keys, rows * keyWidth);
    values = room(values, rows * keyWidth);
    gates = room(gates, rows * config.intermediateSize());
    ups = room(ups, rows * config.intermediateSize());
    scores = room(scores, position + rows);
  }

  private static float[] room(float[] array, int size) {
    return array.length < size ? new float[Math.max(size, 2 * array.length)] : array;
  }

  private void attend(Decoder.Layer layer, KeyValueCache cache, int rows) {
    int width = config.hiddenSize();
    for (int row = 0; row < rows; row++) {
      layer.attentionNorm().normaliseRow(stream, row * width, normalised, row * width);
    }
    layer.projection(Projection.QUERY).forward(rows, normalised, queries);
    layer.projection(Projection.KEY).forward(rows, normalised, keys);
    layer.projection(Projection.VALUE).forward(rows, normalised, values);
    int queryWidth = config.heads() * config.headSize();
    int keyWidth = config.keyValueHeads() * config.headSize();
    Arrays.fill(mixed, 0, rows * queryWidth, 0f);
    for (int row = 0; row < rows; row++) {
      int at = position + row;
      decoder.rotary().turn(queries, row * queryWidth, config.heads(), at, 1f);
      decoder.rotary().turn(keys, row * keyWidth, config.keyValueHeads(), at, 1f);
      cache.store(at, keys, values, row * keyWidth);
      for (int head = 0; head < config.heads(); head++) {
        attendHead(cache, head, row * queryWidth + head * config.headSize(), at + 1);
      }
    }
    layer.projection(Projection.OUTPUT).forwardAdd(rows, mixed, stream);
  }

  private void attendHead(KeyValueCache cache, int head, int at, int seen) {
    int shared = head / (config.heads() / config.keyValueHeads());
    float scale = Attention.scale(config.headSize());
    Arrays.fill(scores, 0, seen, 0f);
    RowProduct.multiplyAdd(queries, at, cache.keys(shared, seen), scores, 0);
    Attention.softmax(scores, 0, seen, seen, scale);
    RowProduct.multiplyAdd(scores, 0, cache.values(shared, seen), mixed, at);
  }

  private void feedForward(Decoder.Layer layer, int rows) {
    int width = config.hiddenSize();
    for (int row = 0; row < rows; row++) {
      layer.feedForwardNorm().normaliseRow(stream, row * width, normalised, row * width);
    }
    layer.projection(Projection.GATE).forward(rows, normalised, gates);
    layer.projection(Projection.UP).forward(rows, normalised, ups);
    FeedForward.activate(gates, ups, gates, 0, rows * config.intermediateSize());
    layer.projection(Projection.DOWN).forwardAdd(rows, gates, stream);
  }
}
