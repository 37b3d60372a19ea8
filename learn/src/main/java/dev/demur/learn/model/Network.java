package dev.demur.learn.model;

import dev.demur.learn.model.layer.Attention;
import dev.demur.learn.model.layer.Block;
import dev.demur.learn.model.layer.CrossEntropy;
import dev.demur.learn.model.layer.Embedding;
import dev.demur.learn.model.layer.FeedForward;
import dev.demur.learn.model.layer.Linear;
import dev.demur.learn.model.layer.RmsNorm;
import dev.demur.learn.model.layer.Rotary;
import dev.demur.learn.model.layer.Scratch;
import dev.demur.learn.model.layer.Sequences;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model laid out as layers: from a batch to its loss, and back to the gradients.
///
/// Reads the tensors of the model as they are at each call. Keeps the activations of one batch; not
/// thread-safe.
final class Network {
  private final LlamaModel model;
  private final Learning learning;
  private final Workers workers;
  private final Rotary rotary;
  private final Embedding embedding;
  private final List<Block> blocks = new ArrayList<>();
  private final RmsNorm finalNorm;
  private final CrossEntropy crossEntropy;
  private final Scratch scratch = new Scratch();

  private float[] stream = new float[0];
  private float[] normalised = new float[0];
  private float[] gradient = new float[0];

  Network(LlamaModel model, Learning learning, Workers workers) {
    this.model = model;
    this.learning = learning;
    this.workers = workers;
    this.rotary = new Rotary(model.config().rotaryFrequencies());
    this.embedding =
        new Embedding(
            model.weight(WeightNames.EMBEDDING), learning.gradient(WeightNames.EMBEDDING));
    for (int layer = 0; layer < model.config().layers(); layer++) {
      blocks.add(block(layer));
    }
    this.finalNorm = norm(WeightNames.FINAL_NORM);
    boolean tied = model.config().tiedEmbeddings();
    String head = tied ? WeightNames.EMBEDDING : WeightNames.HEAD;
    this.crossEntropy =
        new CrossEntropy(new Linear(model.head(), null, learning.linear(head, null)));
  }

  private Block block(int layer) {
    Attention attention =
        new Attention(
            linear(layer, Projection.QUERY),
            linear(layer, Projection.KEY),
            linear(layer, Projection.VALUE),
            linear(layer, Projection.OUTPUT),
            rotary,
            model.config().heads(),
            model.config().keyValueHeads());
    FeedForward feedForward =
        new FeedForward(
            linear(layer, Projection.GATE),
            linear(layer, Projection.UP),
            linear(layer, Projection.DOWN));
    return new Block(
        norm(WeightNames.attentionNorm(layer)),
        attention,
        norm(WeightNames.feedForwardNorm(layer)),
        feedForward,
        model.config().hiddenSize());
  }

  private Linear linear(int layer, Projection projection) {
    String weight = WeightNames.weight(layer, projection);
    @Nullable String biasName =
        projection.hasBias(model.config()) ? WeightNames.bias(layer, projection) : null;
    @Nullable Tensor bias = biasName == null ? null : model.weight(biasName);
    return new Linear(model.weight(weight), bias, learning.linear(weight, biasName));
  }

  private RmsNorm norm(String name) {
    return new RmsNorm(model.weight(name), learning.gradient(name), model.config().normEpsilon());
  }

  /// The mean loss over the targets of the batch.
  double loss(Batch batch) {
    Sequences sequences = check(batch);
    forward(sequences, batch.tokens());
    return crossEntropy.forward(workers, normalised, batch.targets());
  }

  /// The loss of each target of the batch, in their order.
  double[] losses(Batch batch) {
    Sequences sequences = check(batch);
    forward(sequences, batch.tokens());
    return crossEntropy.losses(workers, normalised, batch.targets());
  }

  /// The mean loss; adds its gradients to those of the weights that learn.
  double lossAndGradients(Batch batch) {
    return lossAndGradients(batch, batch.targetCount());
  }

  /// The mean loss over the targets of several batches, with its gradients. Only the activations of
  /// one batch are in memory at a time.
  double lossAndGradients(List<Batch> parts) {
    int total = parts.stream().mapToInt(Batch::targetCount).sum();
    double loss = 0;
    for (Batch part : parts) {
      loss += lossAndGradients(part, total);
    }
    return loss;
  }

  /// @param total targets over which the mean goes
  private double lossAndGradients(Batch batch, int total) {
    Sequences sequences = check(batch);
    int[] tokens = batch.tokens();
    List<float[]> inputs = forward(sequences, tokens);
    int rows = sequences.rows();
    int size = rows * model.config().hiddenSize();
    float[] normalisedGradient = new float[size];
    double loss =
        crossEntropy.forwardAndBackward(
            workers, normalised, batch.targets(), normalisedGradient, total);
    gradient = room(gradient, size);
    Arrays.fill(gradient, 0, size, 0f);
    finalNorm.backward(workers, rows, inputs.getLast(), normalisedGradient, gradient);
    for (int layer = blocks.size() - 1; layer >= 0; layer--) {
      blocks.get(layer).backward(workers, sequences, inputs.get(layer), gradient, scratch);
    }
    embedding.backward(workers, tokens, gradient);
    return loss;
  }

  /// The logits after each token of a short text: `float[tokens][vocabulary]`.
  float[] logits(int... tokens) {
    forward(new Sequences(tokens.length), tokens);
    return crossEntropy.logits(workers, tokens.length, normalised);
  }

  private Sequences check(Batch batch) {
    int vocabulary = model.config().vocabularySize();
    for (int token : batch.tokens()) {
      if (token < 0 || token >= vocabulary) {
        throw new IllegalArgumentException(
            "token %d is not in the vocabulary of %d".formatted(token, vocabulary));
      }
    }
    for (int target : batch.targets()) {
      if (target >= vocabulary) {
        throw new IllegalArgumentException(
            "target %d is not in the vocabulary of %d".formatted(target, vocabulary));
      }
    }
    for (int length : batch.lengths()) {
      if (length > model.config().maxPositions()) {
        throw new IllegalArgumentException(
            "a sequence has %d tokens, the model takes %d; cut it into windows"
                .formatted(length, model.config().maxPositions()));
      }
    }
    return new Sequences(batch.lengths());
  }

  /// Fills `normalised`; returns the input of each block and, last, that of the final norm.
  private List<float[]> forward(Sequences sequences, int[] tokens) {
    int size = sequences.rows() * model.config().hiddenSize();
    stream = room(stream, size);
    normalised = room(normalised, size);
    embedding.forward(workers, tokens, stream);
    List<float[]> inputs = new ArrayList<>();
    inputs.add(stream);
    for (Block block : blocks) {
      inputs.add(block.forward(workers, sequences, inputs.getLast()));
    }
    finalNorm.forward(workers, sequences.rows(), inputs.getLast(), normalised);
    return inputs;
  }

  private static float[] room(float[] array, int size) {
    return array.length < size ? new float[size] : array;
  }
}
