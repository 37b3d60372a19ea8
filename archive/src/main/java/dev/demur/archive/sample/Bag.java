package dev.demur.archive.sample;

import java.util.List;

/// Choices given out one after another in a drawn order, each once before any comes again.
final class Bag<T> {
  private final List<T> choices;
  private final Draw parent;
  private final String label;
  private List<T> order = List.of();
  private int given;

  /// @param label the order depends on it and on the parent's key
  Bag(List<T> choices, Draw parent, String label) {
    this.choices = choices;
    this.parent = parent;
    this.label = label;
  }

  T next() {
    if (order.isEmpty()) {
      order = parent.child(label).shuffled(choices);
    }
    return order.get(given++ % order.size());
  }
}
