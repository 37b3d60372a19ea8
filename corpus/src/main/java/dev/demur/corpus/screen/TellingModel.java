package dev.demur.corpus.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// How likely it is that a sentence in which a particular person or a term stands tells something
/// of a special category: logistic regression over its words, pairs of words and parts of words.
///
/// Its weights are a public constant, learnt from sentences written for it and from public text,
/// see docs/quality.md. Immutable, thread-safe.
final class TellingModel {
  /// Places of weights that say whether anything is told; a power of two.
  static final int PLACES = 1 << 18;

  /// Places of weights that say of which category; a power of two.
  static final int CATEGORY_PLACES = 1 << 14;

  static final int CATEGORIES = SpecialCategory.values().length;

  private static final String FILE = "telling-model.bin.gz";

  /// As logarithms of odds. Of a particular person, when unsure, yes; where nobody stands, no.
  static final float OF_A_PERSON = -3;

  static final float OF_NOBODY = 0;

  private final float ofAPerson;
  private final float ofNobody;
  private final float bias;
  private final float scale;
  private final byte[] weights = new byte[PLACES];
  private final byte[] categoryWeights = new byte[CATEGORY_PLACES * CATEGORIES];

  /// The one that ships.
  TellingModel() {
    this(shipped(), OF_A_PERSON, OF_NOBODY);
  }

  /// @param bytes the weights: two floats, then a byte each
  /// @param ofAPerson the least logarithm of odds of a sentence with a particular person to tell
  /// @param ofNobody the same of one with nobody
  TellingModel(byte[] bytes, float ofAPerson, float ofNobody) {
    this.ofAPerson = ofAPerson;
    this.ofNobody = ofNobody;
    ByteBuffer data = ByteBuffer.wrap(bytes);
    bias = data.getFloat();
    scale = data.getFloat();
    data.get(weights).get(categoryWeights);
  }

  private static byte[] shipped() {
    try (InputStream in = TellingModel.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the model is missing from this build: " + FILE);
      }
      return new GZIPInputStream(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /// The category that a sentence tells something of; empty when it is likely to tell nothing.
  Optional<SpecialCategory> told(TellingFeatures sentence) {
    float threshold = sentence.isOfAPerson() ? ofAPerson : ofNobody;
    return logOdds(sentence) > threshold ? Optional.of(category(sentence)) : Optional.empty();
  }

  /// The logarithm of how much likelier it is that it tells something than that it tells nothing.
  float logOdds(TellingFeatures sentence) {
    return sentence.sum(weights) * scale + bias;
  }

  @SuppressWarnings("EnumOrdinal") // the weights stand in the order of the categories
  private SpecialCategory category(TellingFeatures sentence) {
    float[] sums = new float[CATEGORIES];
    for (int i = 0; i < sentence.count(); i++) {
      int row = sentence.place(i, CATEGORY_PLACES) * CATEGORIES;
      for (int c = 0; c < CATEGORIES; c++) {
        sums[c] += sentence.weight(i) * categoryWeights[row + c];
      }
    }
    int best = 0;
    for (int c = 1; c < CATEGORIES; c++) {
      best = sums[c] > sums[best] ? c : best;
    }
    return SpecialCategory.values()[best];
  }
}
