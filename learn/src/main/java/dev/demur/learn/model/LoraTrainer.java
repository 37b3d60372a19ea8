package dev.demur.learn.model;

import dev.demur.learn.model.layer.LowRankGradient;
import dev.demur.learn.model.layer.NoGradient;
import dev.demur.learn.model.layer.WeightGradient;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Trains an adapter: the Bs of [LoraConfig], with the model and every A frozen.
///
/// The layers run on merged weights, `W + alpha / rank * B * A`, which are made anew after each
/// step: for a batch of many tokens that is cheaper than a second, thin path beside every weight.
/// No gradient of a frozen weight is computed, which saves a third of the work of full training.
///
/// After equal batches and learning rates the adapters are equal, bit for bit, for any number of
/// workers and on any machine. Not thread-safe.
public final class LoraTrainer {
  private final LlamaModel base;
  private final LoraAdapter adapter;
  private final Workers workers;
  private final List<Target> targets = new ArrayList<>();
  private final LlamaModel merged;
  private final AdamW optimiser;
  private final Network network;

  /// One adapted weight.
  private record Target(String name, Tensor base, Tensor merged, Tensor up, Tensor down) {}

  /// @param base is left as it is
  public LoraTrainer(LlamaModel base, LoraConfig config, AdamWSettings settings, Workers workers) {
    this.base = base;
    this.adapter = LoraAdapter.zero(config, base.config());
    this.workers = workers;
    this.optimiser = new AdamW(settings, adapter.ups());
    SortedMap<String, Tensor> weights = new TreeMap<>(base.weights());
    SortedMap<String, WeightGradient> gradients = new TreeMap<>();
    config
        .names(base.config())
        .forEach((name, upName) -> {
          Target target = target(name, adapter.up(upName));
          targets.add(target);
          weights.put(name, target.merged());
          Tensor upGradient = optimiser.gradient(upName);
          gradients.put(name, new LowRankGradient(target.down(), upGradient, config.scale()));
        });
    this.merged = new LlamaModel(base.config(), weights);
    this.network = new Network(merged, learning(gradients), workers);
  }

  private Target target(String name, Tensor up) {
    Tensor weight = base.weight(name);
    Tensor down = adapter.config().down(name, weight.shape()[1]);
    return new Target(name, weight, weight.copy(), up, down);
  }

  private static Learning learning(SortedMap<String, WeightGradient> gradients) {
    return new Learning() {
      @Override
      public @Nullable Tensor gradient(String name) {
        return null;
      }

      @Override
      public WeightGradient linear(String weightName, @Nullable String biasName) {
        return gradients.getOrDefault(weightName, new NoGradient());
      }
    };
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
    merge();
    return loss;
  }

  private void merge() {
    float scale = adapter.config().scale();
    for (Target target : targets) {
      float[] values = target.merged().data();
      System.arraycopy(target.base().data(), 0, values, 0, values.length);
      LoraAdapter.addProduct(workers, target.merged(), target.up(), target.down(), scale);
    }
  }

  /// The mean loss over the targets of the batch, in nats, without learning from it.
  public double loss(Batch batch) {
    return network.loss(batch);
  }

  /// The gradients of the last step, before clipping.
  SortedMap<String, Tensor> gradients() {
    return optimiser.gradients();
  }

  /// The adapter as trained so far; further steps change it.
  public LoraAdapter adapter() {
    return adapter;
  }

  /// The base with the adapter merged in; further steps change it.
  public LlamaModel model() {
    return merged;
  }

  /// A copy of all that the next step depends on, but for the base, the config and the data.
  public TrainingState state() {
    return optimiser.state();
  }

  /// Continues from `state` as if training had never stopped.
  public void restore(TrainingState state) {
    optimiser.restore(state);
    merge();
  }
}
