package dev.demur.learn.model;

import dev.demur.learn.tensor.Workers;

/// Measures a model without training it. Not thread-safe.
public final class Evaluation {
  private final Network network;

  public Evaluation(LlamaModel model, Workers workers) {
    this.network = new Network(model, Learning.nothing(), workers);
  }

  /// The mean loss over the targets of the batch, in nats; its exponential is the perplexity.
  public double loss(Batch batch) {
    return network.loss(batch);
  }

  /// The mean loss over the targets of each sequence, in nats: the same bits whatever other
  /// sequences are in the batch.
  ///
  /// @param batch whose every sequence has a target
  public double[] sequenceLosses(Batch batch) {
    double[] losses = network.losses(batch);
    int[] targets = batch.targets();
    int[] lengths = batch.lengths();
    double[] means = new double[lengths.length];
    int row = 0;
    int next = 0;
    for (int i = 0; i < lengths.length; i++) {
      double sum = 0;
      int count = 0;
      for (int end = row + lengths[i]; row < end; row++) {
        if (targets[row] >= 0) {
          sum += losses[next++];
          count++;
        }
      }
      means[i] = sum / count;
    }
    return means;
  }
}
