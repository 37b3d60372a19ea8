package dev.demur.learn.model.layer;

import dev.demur.learn.tensor.Matrix;
import dev.demur.learn.tensor.Workers;

/// For weights that stay as they are.
public record NoGradient() implements WeightGradient {
  @Override
  public void add(Workers workers, Matrix outputGradient, Matrix input) {}
}
