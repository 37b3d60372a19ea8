package dev.demur.learn.model;

import dev.demur.learn.model.layer.NoGradient;
import dev.demur.learn.model.layer.WeightGradient;
import dev.demur.learn.model.layer.WholeGradient;
import dev.demur.learn.tensor.Tensor;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Which weights of a model learn from a batch, and where their gradients go.
interface Learning {
  /// The gradient of a norm or of the embedding, or null when it is frozen.
  @Nullable Tensor gradient(String name);

  /// What a linear map learns.
  WeightGradient linear(String weightName, @Nullable String biasName);

  /// Nothing learns: for evaluation.
  static Learning nothing() {
    return new Learning() {
      @Override
      public @Nullable Tensor gradient(String name) {
        return null;
      }

      @Override
      public WeightGradient linear(String weightName, @Nullable String biasName) {
        return new NoGradient();
      }
    };
  }

  /// Every weight learns.
  ///
  /// @param gradients one for each weight, of its shape
  static Learning everything(SortedMap<String, Tensor> gradients) {
    return new Learning() {
      @Override
      public @Nullable Tensor gradient(String name) {
        return gradients.get(name);
      }

      @Override
      public WeightGradient linear(String weightName, @Nullable String biasName) {
        Tensor weight = gradients.get(weightName);
        if (weight == null) {
          throw new IllegalArgumentException("there is no gradient for " + weightName);
        }
        return new WholeGradient(weight, biasName == null ? null : gradients.get(biasName));
      }
    };
  }
}
