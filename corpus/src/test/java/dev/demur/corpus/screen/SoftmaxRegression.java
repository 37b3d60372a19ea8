package dev.demur.corpus.screen;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Softmax regression over hashed features, by AdaGrad (Duchi et al. 2011), one example at a time
/// in an order drawn from a fixed seed: the same examples give the same weights.
final class SoftmaxRegression {
  private static final int EPOCHS = 32;
  private static final float RATE = 0.3f;
  private static final float DECAY = 2e-6f;
  private static final float FIRST_SQUARE = 1e-6f;

  /// A smaller error teaches nothing.
  private static final double MIN_ERROR = 1e-3;

  private final int places;
  private final int classes;
  private final float[] weights;
  private final float[] squares;
  private final float[] biases;
  private final float[] biasSquares;

  /// @param answer the right class
  /// @param importance how much it counts
  record Example(TellingFeatures sentence, int answer, float importance) {}

  SoftmaxRegression(int places, int classes) {
    this.places = places;
    this.classes = classes;
    this.weights = new float[places * classes];
    this.squares = filled(places * classes);
    this.biases = new float[classes];
    this.biasSquares = filled(classes);
  }

  private static float[] filled(int length) {
    float[] squares = new float[length];
    Arrays.fill(squares, FIRST_SQUARE);
    return squares;
  }

  void learn(List<Example> examples) {
    SplittableRandom random = new SplittableRandom(1);
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      for (int place : order) {
        learn(examples.get(place));
      }
    }
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void learn(Example example) {
    float[] errors = errors(example);
    if (Math.abs(errors[example.answer()]) < MIN_ERROR) {
      return;
    }
    TellingFeatures sentence = example.sentence();
    for (int i = 0; i < sentence.count(); i++) {
      int row = sentence.place(i, places) * classes;
      for (int c = 0; c < classes; c++) {
        float slope = errors[c] * sentence.weight(i) + DECAY * weights[row + c];
        squares[row + c] += slope * slope;
        weights[row + c] -= RATE * slope / (float) Math.sqrt(squares[row + c]);
      }
    }
    for (int c = 0; c < classes; c++) {
      biasSquares[c] += errors[c] * errors[c];
      biases[c] -= RATE * errors[c] / (float) Math.sqrt(biasSquares[c]);
    }
  }

  /// Of each class, how much likelier the model says it is than it is, times the importance.
  private float[] errors(Example example) {
    float[] logits = biases.clone();
    TellingFeatures sentence = example.sentence();
    for (int i = 0; i < sentence.count(); i++) {
      int row = sentence.place(i, places) * classes;
      for (int c = 0; c < classes; c++) {
        logits[c] += sentence.weight(i) * weights[row + c];
      }
    }
    double sum = 0;
    for (float logit : logits) {
      sum += StrictMath.exp(logit);
    }
    float[] errors = new float[classes];
    for (int c = 0; c < classes; c++) {
      double share = StrictMath.exp(logits[c]) / sum;
      errors[c] = (float) (example.importance() * (share - (c == example.answer() ? 1 : 0)));
    }
    return errors;
  }

  float weight(int place, int ofClass) {
    return weights[place * classes + ofClass];
  }

  float bias(int ofClass) {
    return biases[ofClass];
  }
}
