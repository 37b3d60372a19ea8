package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.MatrixProduct;
import dev.demur.learn.tensor.Panels;
import dev.demur.learn.tensor.Sums;
import dev.demur.learn.tensor.VectorMath;
import dev.demur.learn.tensor.Workers;
import java.util.Arrays;

/// Causal self-attention with grouped queries [1]: each token looks at itself and those before it
/// in its own sequence.
///
/// For each head, with q, k, v the rotated queries, keys and values of one sequence: `P = softmax(q
/// k^T / sqrt(head size))` below the diagonal, `mixed = P v`. Several query heads may share one
/// head of keys and values. Sequences are handled apart, so nothing is padded.
///
/// [1] Ainslie et al., GQA, 2023, <https://arxiv.org/abs/2305.13245>
public final class Attention {
  /// Queries at once. Keys after the last of them are skipped, which saves most of the half of the
  /// products that the causal mask would throw away.
  private static final int QUERIES_AT_ONCE = 48;

  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear output;
  private final Rotary rotary;
  private final int heads;
  private final int keyValueHeads;
  private final int headSize;
  private final float scale;

  private final Buffer queries = new Buffer();
  private final Buffer keys = new Buffer();
  private final Buffer values = new Buffer();
  private final Buffer mixed = new Buffer();

  /// P of every sequence and head: `float[sequence][head][length][length]`.
  private final Buffer probabilities = new Buffer();

  private static final ThreadLocal<HeadScratch> HEAD_SCRATCH =
      ThreadLocal.withInitial(HeadScratch::new);

  /// What one thread needs for one head.
  private static final class HeadScratch {
    final Panels queries = new Panels();
    final Panels keys = new Panels();
    final Panels values = new Panels();
    final Panels gradient = new Panels();
    final Buffer scores = new Buffer();
  }

  public Attention(
      Linear query,
      Linear key,
      Linear value,
      Linear output,
      Rotary rotary,
      int heads,
      int keyValueHeads) {
    this.query = query;
    this.key = key;
    this.value = value;
    this.output = output;
    this.rotary = rotary;
    this.heads = heads;
    this.keyValueHeads = keyValueHeads;
    this.headSize = query.outputs() / heads;
    this.scale = scale(headSize);
  }

  /// Adds the output to `stream`.
  void forward(Workers workers, Sequences sequences, float[] input, float[] stream) {
    int rows = sequences.rows();
    float[] q = queries.room(rows * query.outputs());
    float[] k = keys.room(rows * key.outputs());
    float[] v = values.room(rows * value.outputs());
    float[] m = mixed.room(rows * query.outputs());
    query.forward(workers, rows, input, q);
    key.forward(workers, rows, input, k);
    value.forward(workers, rows, input, v);
    rotary.forward(workers, sequences, heads, q);
    rotary.forward(workers, sequences, keyValueHeads, k);
    int[] offsets = probabilityOffsets(sequences);
    float[] p = probabilities.room(offsets[sequences.count()]);
    forEachHead(
        workers,
        sequences,
        (sequence, keyValueHead) ->
            forwardHeads(sequences, sequence, keyValueHead, p, offsets[sequence]));
    output.forwardAdd(workers, rows, m, stream);
  }

  private interface HeadWork {
    void run(int sequence, int keyValueHead);
  }

  private void forEachHead(Workers workers, Sequences sequences, HeadWork work) {
    workers.split(
        sequences.count() * keyValueHeads,
        1,
        (from, to) -> {
          for (int item = from; item < to; item++) {
            work.run(item / keyValueHeads, item % keyValueHeads);
          }
        });
  }

  /// Where the probabilities of each sequence begin, and where the last ones end.
  private int[] probabilityOffsets(Sequences sequences) {
    int[] offsets = new int[sequences.count() + 1];
    for (int sequence = 0; sequence < sequences.count(); sequence++) {
      int length = sequences.length(sequence);
      int size = Math.multiplyExact(Math.multiplyExact(length, length), heads);
      offsets[sequence + 1] = Math.addExact(offsets[sequence], size);
    }
    return offsets;
  }

  private void forwardHeads(
      Sequences sequences, int sequence, int keyValueHead, float[] p, int offset) {
    HeadScratch scratch = HEAD_SCRATCH.get();
    int length = sequences.length(sequence);
    scratch.keys.pack(keyValue(keys.data(), sequences, sequence, keyValueHead).transposed());
    scratch.values.pack(keyValue(values.data(), sequences, sequence, keyValueHead));
    int group = heads / keyValueHeads;
    for (int head = keyValueHead * group; head < (keyValueHead + 1) * group; head++) {
      Matrix q = queryHead(queries.data(), sequences, sequence, head);
      Matrix m = queryHead(mixed.data(), sequences, sequence, head);
      Matrix probability = Matrix.of(p, offset + head * length * length, length, length, length);
      for (int from = 0; from < length; from += QUERIES_AT_ONCE) {
        int to = Math.min(length, from + QUERIES_AT_ONCE);
        Matrix part = probability.rows(from, to).columns(0, to);
        MatrixProduct.multiply(q.rows(from, to), scratch.keys, part);
        for (int row = from; row < to; row++) {
          softmax(p, probability.at(row, 0), row + 1, to, scale);
        }
        MatrixProduct.multiply(part, scratch.values, m.rows(from, to));
      }
    }
  }

  /// What scores are multiplied by: 1 / sqrt(head size).
  public static float scale(int headSize) {
    return (float) (1 / Math.sqrt(headSize));
  }

  /// Softmax of the first `seen` of `count` scores, times `scale`; the rest become zero.
  public static void softmax(float[] scores, int at, int seen, int count, float scale) {
    VectorMath.scale(scores, at, seen, scale);
    VectorMath.expBelowMaximum(scores, at, seen);
    float inverse = (float) (1 / Sums.sum(scores, at, seen));
    VectorMath.scale(scores, at, seen, inverse);
    Arrays.fill(scores, at + seen, at + count, 0f);
  }

  /// Sets `inputGradient` from the gradient of the output, which is left as it is.
  void backward(
      Workers workers,
      Sequences sequences,
      float[] input,
      float[] outputGradient,
      float[] inputGradient,
      Scratch scratch) {
    int rows = sequences.rows();
    float[] dm = scratch.mixed.room(rows * query.outputs());
    float[] dq = scratch.queries.room(rows * query.outputs());
    float[] dk = scratch.keys.room(rows * key.outputs());
    float[] dv = scratch.values.room(rows * value.outputs());
    output.backward(workers, rows, mixed.data(), outputGradient, dm);
    Arrays.fill(dk, 0, rows * key.outputs(), 0f);
    Arrays.fill(dv, 0, rows * value.outputs(), 0f);
    int[] offsets = probabilityOffsets(sequences);
    forEachHead(
        workers,
        sequences,
        (sequence, keyValueHead) ->
            backwardHeads(sequences, sequence, keyValueHead, scratch, offsets[sequence]));
    rotary.backward(workers, sequences, heads, dq);
    rotary.backward(workers, sequences, keyValueHeads, dk);
    query.backward(workers, rows, input, dq, inputGradient);
    key.backwardAdd(workers, rows, input, dk, inputGradient);
    value.backwardAdd(workers, rows, input, dv, inputGradient);
  }

  private void backwardHeads(
      Sequences sequences, int sequence, int keyValueHead, Scratch gradients, int offset) {
    HeadScratch scratch = HEAD_SCRATCH.get();
    scratch.keys.pack(keyValue(keys.data(), sequences, sequence, keyValueHead));
    scratch.values.pack(keyValue(values.data(), sequences, sequence, keyValueHead).transposed());
    Matrix dk = keyValue(gradients.keys.data(), sequences, sequence, keyValueHead);
    Matrix dv = keyValue(gradients.values.data(), sequences, sequence, keyValueHead);
    int length = sequences.length(sequence);
    int group = heads / keyValueHeads;
    for (int head = keyValueHead * group; head < (keyValueHead + 1) * group; head++) {
      float[] p = probabilities.data();
      Matrix probability = Matrix.of(p, offset + head * length * length, length, length, length);
      Matrix dm = queryHead(gradients.mixed.data(), sequences, sequence, head);
      scratch.gradient.pack(dm);
      scratch.queries.pack(queryHead(queries.data(), sequences, sequence, head));
      Matrix scores = Matrix.of(scratch.scores.room(length * length), length, length);
      scoreGradients(probability, dm, scores, scratch);
      Matrix dq = queryHead(gradients.queries.data(), sequences, sequence, head);
      for (int from = 0; from < length; from += QUERIES_AT_ONCE) {
        int to = Math.min(length, from + QUERIES_AT_ONCE);
        MatrixProduct.multiply(
            scores.rows(from, to).columns(0, to), scratch.keys, dq.rows(from, to));
        addBelow(probability, from, to, scratch.gradient, dv);
        addBelow(scores, from, to, scratch.queries, dk);
      }
    }
  }

  /// The gradient of the scores: `dS = P * (dP - sum of dP * P over the row) / sqrt(head size)`
  /// with `dP = dmixed v^T`.
  private void scoreGradients(Matrix probability, Matrix dm, Matrix scores, HeadScratch scratch) {
    int length = probability.rows();
    float[] p = probability.data();
    float[] s = scores.data();
    for (int from = 0; from < length; from += QUERIES_AT_ONCE) {
      int to = Math.min(length, from + QUERIES_AT_ONCE);
      MatrixProduct.multiply(
          dm.rows(from, to), scratch.values, scores.rows(from, to).columns(0, to));
      for (int row = from; row < to; row++) {
        int at = scores.at(row, 0);
        float mean = (float) Sums.dot(s, at, p, probability.at(row, 0), row + 1);
        VectorMath.centreAndScale(s, at, p, probability.at(row, 0), row + 1, mean, scale);
        Arrays.fill(s, at + row + 1, at + to, 0f);
      }
    }
  }

  /// `target[from..to) += weights[from.., from..to)^T right[from..)`: what keys and values get from
  /// the queries at and after them.
  private static void addBelow(Matrix weights, int from, int to, Panels right, Matrix target) {
    Matrix seen = weights.rows(from, weights.rows()).columns(from, to).transposed();
    MatrixProduct.multiplyAdd(seen, right, from, target.rows(from, to));
  }

  private Matrix queryHead(float[] data, Sequences sequences, int sequence, int head) {
    return head(data, sequences, sequence, head, heads * headSize);
  }

  private Matrix keyValue(float[] data, Sequences sequences, int sequence, int head) {
    return head(data, sequences, sequence, head, keyValueHeads * headSize);
  }

  private Matrix head(float[] data, Sequences sequences, int sequence, int head, int width) {
    int offset = sequences.start(sequence) * width + head * headSize;
    return Matrix.of(data, offset, sequences.length(sequence), headSize, width);
  }
}
