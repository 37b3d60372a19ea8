package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Workers;

/// One layer of the decoder: attention and a feed-forward layer, each after a normalisation, each
/// adding its output to the residual stream.
///
/// ```
/// middle = input  + attention(norm(input))
/// output = middle + feedForward(norm(middle))
/// ```
public final class Block {
  private final RmsNorm attentionNorm;
  private final Attention attention;
  private final RmsNorm feedForwardNorm;
  private final FeedForward feedForward;
  private final int width;

  private final Buffer attentionInput = new Buffer();
  private final Buffer middle = new Buffer();
  private final Buffer feedForwardInput = new Buffer();
  private final Buffer output = new Buffer();

  public Block(
      RmsNorm attentionNorm,
      Attention attention,
      RmsNorm feedForwardNorm,
      FeedForward feedForward,
      int width) {
    this.attentionNorm = attentionNorm;
    this.attention = attention;
    this.feedForwardNorm = feedForwardNorm;
    this.feedForward = feedForward;
    this.width = width;
  }

  /// The stream after this layer.
  ///
  /// @param input `float[rows][width]`, which must stay as it is until `backward`
  /// @return of the same shape, valid until the next `forward`
  public float[] forward(Workers workers, Sequences sequences, float[] input) {
    int rows = sequences.rows();
    int size = rows * width;
    float[] normalised = attentionInput.room(size);
    attentionNorm.forward(workers, rows, input, normalised);
    float[] stream = middle.room(size);
    System.arraycopy(input, 0, stream, 0, size);
    attention.forward(workers, sequences, normalised, stream);

    normalised = feedForwardInput.room(size);
    feedForwardNorm.forward(workers, rows, stream, normalised);
    float[] result = output.room(size);
    System.arraycopy(stream, 0, result, 0, size);
    feedForward.forward(workers, rows, normalised, result);
    return result;
  }

  /// Turns the gradient of the output, in place, into that of the input.
  public void backward(
      Workers workers, Sequences sequences, float[] input, float[] gradient, Scratch scratch) {
    int rows = sequences.rows();
    float[] normalised = scratch.normalised.room(rows * width);
    feedForward.backward(workers, rows, feedForwardInput.data(), gradient, normalised, scratch);
    feedForwardNorm.backward(workers, rows, middle.data(), normalised, gradient);

    attention.backward(workers, sequences, attentionInput.data(), gradient, normalised, scratch);
    attentionNorm.backward(workers, rows, input, normalised, gradient);
  }
}
