package dev.demur.learn.model;

import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The optimiser: Adam with decoupled weight decay [1], after clipping the gradient by its norm
/// over all weights together.
///
/// Decay applies to matrices only, not to norms and biases. The norm is summed tensor by tensor in
/// the order of their names.
///
/// [1] Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019,
/// <https://arxiv.org/abs/1711.05101>
final class AdamW {
  private static final int VALUES_AT_ONCE = 4096;
  private static final String MEAN = ".mean";
  private static final String SQUARE = ".square";
  private static final int TENSORS_EACH = 3;

  private final AdamWSettings settings;
  private final GradientNorm norm;
  private final List<TrainedTensor> trained;
  private int step;

  /// @param weights what is trained, written to in place
  AdamW(AdamWSettings settings, SortedMap<String, Tensor> weights) {
    this(settings, weights, new GradientNorm());
  }

  AdamW(AdamWSettings settings, SortedMap<String, Tensor> weights, GradientNorm norm) {
    this.norm = norm;
    this.settings = settings;
    this.trained =
        weights.entrySet().stream()
            .map(entry -> new TrainedTensor(entry.getKey(), entry.getValue()))
            .toList();
  }

  /// Where the gradients of each weight are to be added.
  SortedMap<String, Tensor> gradients() {
    SortedMap<String, Tensor> gradients = new TreeMap<>();
    trained.forEach(tensor -> gradients.put(tensor.name(), tensor.gradient()));
    return Collections.unmodifiableSortedMap(gradients);
  }

  /// Where the gradient of one weight is to be added.
  Tensor gradient(String name) {
    return trained.stream()
        .filter(tensor -> tensor.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing trained is called " + name))
        .gradient();
  }

  void clearGradients() {
    trained.forEach(tensor -> Arrays.fill(tensor.gradient().data(), 0f));
  }

  /// Moves every weight against its gradient.
  void step(Workers workers, float learningRate) {
    step++;
    double length = norm.of(trained, workers);
    double longest = settings.maxGradientNorm();
    float clip = length > longest ? (float) (longest / length) : 1;
    float rate = (float) (learningRate / (1 - StrictMath.pow(settings.meanDecay(), step)));
    float root = (float) Math.sqrt(1 - StrictMath.pow(settings.squareDecay(), step));
    for (TrainedTensor tensor : trained) {
      boolean decays = Shape.of(tensor.weight()).isMatrix();
      float keep = decays ? 1 - learningRate * settings.weightDecay() : 1;
      TrainedTensor.Step how = new TrainedTensor.Step(clip, keep, rate, root);
      workers.split(
          tensor.weight().data().length,
          VALUES_AT_ONCE,
          (from, to) -> tensor.move(settings, how, from, to));
    }
  }

  /// A copy of the weights and of all that the next step depends on.
  TrainingState state() {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (TrainedTensor tensor : trained) {
      tensors.put(tensor.name(), tensor.weight().copy());
      tensors.put(tensor.name() + MEAN, tensor.mean().copy());
      tensors.put(tensor.name() + SQUARE, tensor.square().copy());
    }
    return new TrainingState(step, tensors);
  }

  /// Continues from a state as if it had never been left.
  void restore(TrainingState state) {
    int wanted = TENSORS_EACH * trained.size();
    if (state.tensors().size() != wanted) {
      throw new IllegalArgumentException(
          "the training state holds %d tensors, this trainer needs %d: each weight, its %s and %s"
              .formatted(state.tensors().size(), wanted, MEAN, SQUARE));
    }
    for (TrainedTensor tensor : trained) {
      read(state, tensor.name(), tensor.weight());
      read(state, tensor.name() + MEAN, tensor.mean());
      read(state, tensor.name() + SQUARE, tensor.square());
    }
    step = state.step();
  }

  private static void read(TrainingState state, String name, Tensor target) {
    Tensor source = state.tensors().get(name);
    if (source == null) {
      throw new IllegalArgumentException("the training state lacks the tensor " + name);
    }
    if (!Shape.of(source).equals(Shape.of(target))) {
      throw new IllegalArgumentException(
          "tensor %s of the training state must have shape %s, got %s"
              .formatted(name, Shape.of(target).dimensions(), Shape.of(source).dimensions()));
    }
    System.arraycopy(source.data(), 0, target.data(), 0, target.data().length);
  }
}
