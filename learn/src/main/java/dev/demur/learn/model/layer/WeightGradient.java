package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.Workers;

/// What a [Linear] learns from a batch: all of its weights, a correction of low rank, or nothing.
public sealed interface WeightGradient permits WholeGradient, LowRankGradient, NoGradient {
  /// Adds what this batch says.
  ///
  /// @param outputGradient `float[rows][outputs]`
  /// @param input `float[rows][inputs]`
  void add(Workers workers, Matrix outputGradient, Matrix input);
}
