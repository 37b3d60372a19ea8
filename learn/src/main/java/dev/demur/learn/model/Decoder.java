package dev.demur.learn.model;

import dev.demur.learn.model.layer.RmsNorm;
import dev.demur.learn.model.layer.Rotary;
import dev.demur.learn.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The weights of a model, laid out for generation. Immutable.
final class Decoder {
  /// One layer.
  static final class Layer {
    private final RmsNorm attentionNorm;
    private final RmsNorm feedForwardNorm;
    private final Map<Projection, FrozenLinear> projections = new EnumMap<>(Projection.class);

    Layer(LlamaModel model, int layer) {
      this.attentionNorm = norm(model, WeightNames.attentionNorm(layer));
      this.feedForwardNorm = norm(model, WeightNames.feedForwardNorm(layer));
      for (Projection projection : Projection.values()) {
        @Nullable Tensor bias =
            projection.hasBias(model.config())
                ? model.weight(WeightNames.bias(layer, projection))
                : null;
        Tensor weight = model.weight(WeightNames.weight(layer, projection));
        projections.put(projection, new FrozenLinear(weight, bias));
      }
    }

    RmsNorm attentionNorm() {
      return attentionNorm;
    }

    RmsNorm feedForwardNorm() {
      return feedForwardNorm;
    }

    FrozenLinear projection(Projection projection) {
      return Objects.requireNonNull(projections.get(projection));
    }
  }

  private final LlamaConfig config;
  private final Tensor embedding;
  private final List<Layer> layers = new ArrayList<>();
  private final RmsNorm finalNorm;
  private final FrozenLinear head;
  private final Rotary rotary;

  Decoder(LlamaModel model) {
    this.config = model.config();
    this.embedding = model.weight(WeightNames.EMBEDDING).copy();
    for (int layer = 0; layer < config.layers(); layer++) {
      layers.add(new Layer(model, layer));
    }
    this.finalNorm = norm(model, WeightNames.FINAL_NORM);
    this.head = new FrozenLinear(model.head(), null);
    this.rotary = new Rotary(config.rotaryFrequencies());
  }

  private static RmsNorm norm(LlamaModel model, String name) {
    return new RmsNorm(model.weight(name).copy(), null, model.config().normEpsilon());
  }

  LlamaConfig config() {
    return config;
  }

  /// `float[vocabulary][hidden]`.
  float[] embedding() {
    return embedding.data();
  }

  List<Layer> layers() {
    return layers;
  }

  RmsNorm finalNorm() {
    return finalNorm;
  }

  FrozenLinear head() {
    return head;
  }

  Rotary rotary() {
    return rotary;
  }
}
