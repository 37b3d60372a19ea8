package dev.demur.learn.model;

/// The tokens of a vocabulary from the likeliest down, ties in the order of their ids; sorted only
/// as far as asked for.
final class Candidates {
  private final float[] logits;
  private final int[] heap;
  private int size;

  Candidates(float[] logits) {
    this.logits = logits;
    this.heap = new int[logits.length];
    this.size = logits.length;
    for (int token = 0; token < size; token++) {
      heap[token] = token;
    }
    for (int node = size / 2 - 1; node >= 0; node--) {
      sink(node);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// The likeliest token not given yet.
  int next() {
    int token = heap[0];
    size--;
    heap[0] = heap[size];
    sink(0);
    return token;
  }

  private void sink(int start) {
    int node = start;
    int token = heap[node];
    while (2 * node + 1 < size) {
      int child = 2 * node + 1;
      if (child + 1 < size && precedes(heap[child + 1], heap[child])) {
        child++;
      }
      if (!precedes(heap[child], token)) {
        break;
      }
      heap[node] = heap[child];
      node = child;
    }
    heap[node] = token;
  }

  private boolean precedes(int one, int other) {
    int order = Float.compare(logits[one], logits[other]);
    return order > 0 || (order == 0 && one < other);
  }
}
