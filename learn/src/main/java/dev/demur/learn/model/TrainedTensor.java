package dev.demur.learn.model;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.Tensor;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// One tensor in training: its values, their gradient, and the two moments of Adam.
final class TrainedTensor {
  private final String name;
  private final Tensor weight;
  private final Tensor gradient;
  private final Tensor mean;
  private final Tensor square;

  TrainedTensor(String name, Tensor weight) {
    this.name = name;
    this.weight = weight;
    this.gradient = Tensor.zeros(weight.shape());
    this.mean = Tensor.zeros(weight.shape());
    this.square = Tensor.zeros(weight.shape());
  }

  String name() {
    return name;
  }

  Tensor weight() {
    return weight;
  }

  Tensor gradient() {
    return gradient;
  }

  /// The running mean of the gradients.
  Tensor mean() {
    return mean;
  }

  /// The running mean of their squares.
  Tensor square() {
    return square;
  }

  /// What is the same for all values of a tensor in one step.
  ///
  /// @param clip factor of the gradient
  /// @param keep factor of the weight: 1 less the decay
  /// @param rate learning rate over the bias of the mean
  /// @param root square root of the bias of the squares
  record Step(float clip, float keep, float rate, float root) {}

  /// Moves the values `from` to `to`: `m = b1 m + (1 - b1) g; s = b2 s + (1 - b2) g^2; w = keep w -
  /// rate m / (sqrt(s) / root + e)`.
  void move(AdamWSettings settings, Step step, int from, int to) {
    float b1 = settings.meanDecay();
    float b2 = settings.squareDecay();
    for (int i = from; i < to; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, to);
      FloatVector g = load(gradient, i, inside).mul(step.clip());
      FloatVector m = load(mean, i, inside).mul(b1).add(g.mul(1 - b1));
      FloatVector s = load(square, i, inside).mul(b2).add(g.mul(g).mul(1 - b2));
      FloatVector root = s.lanewise(VectorOperators.SQRT).div(step.root());
      FloatVector move = m.mul(step.rate()).div(root.add(settings.epsilon()));
      FloatVector w = load(weight, i, inside).mul(step.keep()).sub(move);
      m.intoArray(mean.data(), i, inside);
      s.intoArray(square.data(), i, inside);
      w.intoArray(weight.data(), i, inside);
    }
  }

  private static FloatVector load(Tensor tensor, int at, VectorMask<Float> inside) {
    return FloatVector.fromArray(Lanes.FLOATS, tensor.data(), at, inside);
  }
}
