package dev.demur.learn.privacy;

import dev.demur.learn.model.CounterRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Confidence intervals by drawing clusters again, with replacement [1]: whole members, so that it
/// does not matter how much the attempts on one member hang together.
///
/// The ends are quantiles of the drawn values. Equal seeds give equal intervals.
///
/// [1] Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13
public final class Bootstrap {
  private final int draws;
  private final double confidence;
  private final long seed;

  /// @param confidence such as 0.95
  public Bootstrap(int draws, double confidence, long seed) {
    if (draws < 2) {
      throw new IllegalArgumentException("draws must be at least 2, got " + draws);
    }
    this.draws = draws;
    this.confidence = confidence;
    this.seed = seed;
  }

  /// The interval of a figure of the curve, such as [RocCurve#area].
  Interval interval(RocCurve curve, ToDoubleFunction<List<RocCurve.Point>> figure) {
    double[] values = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      int[] weights = weights(draw, curve.clusterCount());
      values[draw] = figure.applyAsDouble(curve.points(weights));
    }
    return middle(values);
  }

  /// The interval of the area under the curve.
  public Interval area(RocCurve curve) {
    return interval(curve, RocCurve::area);
  }

  /// The interval of the true positive rate at a false positive rate.
  public Interval rateAt(RocCurve curve, double falsePositiveRate) {
    return interval(curve, points -> RocCurve.at(points, falsePositiveRate).truePositiveRate());
  }

  /// The interval of a mean over all values of all clusters.
  ///
  /// @param clusters the values of each; at least one value in all
  public Interval mean(List<double[]> clusters) {
    double[] means = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      int[] weights = weights(draw, clusters.size());
      double sum = 0;
      double count = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * Arrays.stream(clusters.get(i)).sum();
        count += (double) weights[i] * clusters.get(i).length;
      }
      means[draw] = count == 0 ? Double.NaN : sum / count;
    }
    return middle(means);
  }

  private int[] weights(int draw, int clusters) {
    CounterRandom random = CounterRandom.of(seed, "bootstrap " + draw);
    int[] weights = new int[clusters];
    for (int i = 0; i < clusters; i++) {
      weights[(int) (random.uniform(i) * clusters)]++;
    }
    return weights;
  }

  /// Draws without any member, or without anybody else, say nothing and are passed over.
  private Interval middle(double... values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("there is nothing to draw from");
    }
    double tail = (1 - confidence) / 2;
    int last = sorted.length - 1;
    return new Interval(
        sorted[(int) StrictMath.floor(tail * last)],
        sorted[(int) StrictMath.ceil((1 - tail) * last)]);
  }
}
