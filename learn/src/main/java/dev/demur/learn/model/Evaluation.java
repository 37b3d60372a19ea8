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
}
