package dev.demur.learn.model;

import dev.demur.learn.tensor.Workers;
import java.util.List;

/// Trains every weight of a model.
///
/// After equal batches and learning rates the weights are equal, bit for bit, for any number of
/// workers and on any machine. Not thread-safe.
public final class Trainer {
  private final LlamaModel model;
  private final Workers workers;
  private final AdamW optimiser;
  private final Network network;

  /// @param model is trained in place
  public Trainer(LlamaModel model, AdamWSettings settings, Workers workers) {
    this(model, settings, workers, new GradientNorm());
  }

  Trainer(LlamaModel model, AdamWSettings settings, Workers workers, GradientNorm norm) {
    this.model = model;
    this.workers = workers;
    this.optimiser = new AdamW(settings, model.weights(), norm);
    this.network = new Network(model, Learning.everything(optimiser.gradients()), workers);
  }

  /// One step of training.
  ///
  /// @return the mean loss over the targets of the batch, in nats, before the step
  public double step(Batch batch, float learningRate) {
    return step(List.of(batch), learningRate);
  }

  /// One step on several batches as if they were one, with the activations of only one of them in
  /// memory at a time.
  ///
  /// @return the mean loss over the targets of all batches, in nats, before the step
  public double step(List<Batch> parts, float learningRate) {
    optimiser.clearGradients();
    double loss = network.lossAndGradients(parts);
    optimiser.step(workers, learningRate);
    return loss;
  }

  /// The mean loss over the targets of the batch, in nats, without learning from it.
  public double loss(Batch batch) {
    return network.loss(batch);
  }

  /// The model as trained so far; further steps change it.
  public LlamaModel model() {
    return model;
  }

  /// A copy of all that the next step depends on.
  public TrainingState state() {
    return optimiser.state();
  }

  /// Continues from `state` as if training had never stopped.
  public void restore(TrainingState state) {
    optimiser.restore(state);
  }
}
