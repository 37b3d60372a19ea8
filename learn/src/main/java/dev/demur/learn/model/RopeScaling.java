package dev.demur.learn.model;

/// How the angles of the rotary embedding are stretched for contexts longer than the model was
/// first trained on; named as in Hugging Face `config.json`.
public sealed interface RopeScaling {
  /// The angle for each position at a frequency, given the plain one.
  double scale(double frequency);

  /// As trained: `default`, or no `rope_scaling` at all.
  record None() implements RopeScaling {
    @Override
    public double scale(double frequency) {
      return frequency;
    }
  }

  /// `linear`: positions are divided by `factor`.
  record Linear(double factor) implements RopeScaling {
    public Linear {
      checkFactor(factor);
    }

    @Override
    public double scale(double frequency) {
      return frequency / factor;
    }
  }

  /// `llama3` [1]: low frequencies are divided by `factor`, high ones stay, those between are
  /// blended. A frequency is low or high by how many of its wavelengths fit the original context.
  ///
  /// [1] Grattafiori et al., The Llama 3 Herd of Models, 2024, <https://arxiv.org/abs/2407.21783>
  record Llama3(
      double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalPositions)
      implements RopeScaling {
    public Llama3 {
      checkFactor(factor);
      if (!(lowFrequencyFactor > 0) || !(highFrequencyFactor > lowFrequencyFactor)) {
        throw new IllegalArgumentException(
            "rope_scaling needs 0 < low_freq_factor < high_freq_factor, got %s and %s"
                .formatted(lowFrequencyFactor, highFrequencyFactor));
      }
      if (originalPositions < 1) {
        throw new IllegalArgumentException(
            "original_max_position_embeddings must be positive, got " + originalPositions);
      }
    }

    @Override
    public double scale(double frequency) {
      double wavelengths = originalPositions * frequency / (2 * StrictMath.PI);
      if (wavelengths < lowFrequencyFactor) {
        return frequency / factor;
      }
      if (wavelengths > highFrequencyFactor) {
        return frequency;
      }
      double share =
          (wavelengths - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor);
      return (1 - share) * frequency / factor + share * frequency;
    }
  }

  private static void checkFactor(double factor) {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("rope_scaling factor must be at least 1, got " + factor);
    }
  }
}
