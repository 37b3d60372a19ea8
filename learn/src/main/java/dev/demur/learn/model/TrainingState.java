package dev.demur.learn.model;

import dev.demur.learn.tensor.Tensor;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that the next training step depends on, but for the data: what has been trained, the moments
/// of the optimiser under the same names with `.mean` and `.square` after them, and the step count.
///
/// @param step steps made so far
public record TrainingState(int step, SortedMap<String, Tensor> tensors) {
  public TrainingState {
    if (step < 0) {
      throw new IllegalArgumentException("step must not be negative, got " + step);
    }
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
  }
}
