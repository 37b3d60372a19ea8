package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Lanes;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The gated feed-forward layer of Llama (SwiGLU [1]): `y = (silu(x G^T) * (x U^T)) D^T`, with
/// `silu(g) = g / (1 + e^-g)`.
///
/// [1] Shazeer, GLU Variants Improve Transformer, 2020, <https://arxiv.org/abs/2002.05202>
public final class FeedForward {
  private static final int VALUES_AT_ONCE = 4096;

  private final Linear gate;
  private final Linear up;
  private final Linear down;

  private final Buffer gates = new Buffer();
  private final Buffer ups = new Buffer();
  private final Buffer activations = new Buffer();

  public FeedForward(Linear gate, Linear up, Linear down) {
    this.gate = gate;
    this.up = up;
    this.down = down;
  }

  /// Adds the output to `stream`.
  void forward(Workers workers, int rows, float[] input, float[] stream) {
    int size = rows * gate.outputs();
    float[] g = gates.room(size);
    float[] u = ups.room(size);
    float[] a = activations.room(size);
    gate.forward(workers, rows, input, g);
    up.forward(workers, rows, input, u);
    workers.split(size, VALUES_AT_ONCE, (from, to) -> activate(g, u, a, from, to));
    down.forwardAdd(workers, rows, a, stream);
  }

  /// `a = silu(g) * u` for the values `from` to `to`.
  public static void activate(float[] g, float[] u, float[] a, int from, int to) {
    for (int i = from; i < to; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, to);
      FloatVector x = load(g, i, inside);
      FloatVector silu = x.div(VectorMath.exp(x.neg()).add(1f));
      silu.mul(load(u, i, inside)).intoArray(a, i, inside);
    }
  }

  /// Sets `inputGradient` from the gradient of the output, which is left as it is.
  void backward(
      Workers workers,
      int rows,
      float[] input,
      float[] outputGradient,
      float[] inputGradient,
      Scratch scratch) {
    int size = rows * gate.outputs();
    float[] gateGradient = scratch.gates.room(size);
    float[] upGradient = scratch.ups.room(size);
    down.backward(workers, rows, activations.data(), outputGradient, gateGradient);
    float[] g = gates.data();
    float[] u = ups.data();
    workers.split(
        size,
        VALUES_AT_ONCE,
        (from, to) -> activateBackward(g, u, gateGradient, upGradient, from, to));
    gate.backward(workers, rows, input, gateGradient, inputGradient);
    up.backwardAdd(workers, rows, input, upGradient, inputGradient);
  }

  /// Takes the gradient of `silu(g) * u` from `gateGradient` and leaves there that of g.
  ///
  /// With s = sigmoid(g): `du = da * g * s` and `dg = da * u * s * (1 + g * (1 - s))`.
  private static void activateBackward(
      float[] g, float[] u, float[] gateGradient, float[] upGradient, int from, int to) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    for (int i = from; i < to; i += Lanes.COUNT) {
      VectorMask<Float> inside = Lanes.before(i, to);
      FloatVector x = load(g, i, inside);
      FloatVector s = VectorMath.sigmoid(x);
      FloatVector da = load(gateGradient, i, inside);
      da.mul(x.mul(s)).intoArray(upGradient, i, inside);
      FloatVector slope = s.mul(one.sub(s).fma(x, one));
      da.mul(load(u, i, inside)).mul(slope).intoArray(gateGradient, i, inside);
    }
  }

  private static FloatVector load(float[] data, int at, VectorMask<Float> inside) {
    return FloatVector.fromArray(Lanes.FLOATS, data, at, inside);
  }
}
