package dev.demur.archive.sample;

import java.util.List;

/// Choices given out one after another in a drawn order, each once before any comes again.
final class Bag<T> {
  private final List<T> order;
  private int given;

  Bag(List<T> choices, Draw draw) {
    this.order = draw.shuffled(choices);
  }

  T next() {
    return order.get(given++ % order.size());
  }
}
