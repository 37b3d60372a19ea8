package dev.demur.learn.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// How well an attack tells members from others: of both, how many each threshold accuses.
///
/// Attempts of equal score are accused together. Immutable.
public final class RocCurve {
  private final double[] scores;
  private final boolean[] members;
  private final int[] clusters;
  private final int clusterCount;

  /// @param attempts on at least one member and one other
  public RocCurve(Collection<Attempt> attempts) {
    List<Attempt> sorted =
        attempts.stream().sorted(Comparator.comparingDouble(Attempt::score).reversed()).toList();
    scores = sorted.stream().mapToDouble(Attempt::score).toArray();
    members = new boolean[scores.length];
    clusters = sorted.stream().mapToInt(Attempt::cluster).toArray();
    int most = -1;
    int positives = 0;
    for (int i = 0; i < scores.length; i++) {
      members[i] = sorted.get(i).member();
      positives += members[i] ? 1 : 0;
      most = StrictMath.max(most, clusters[i]);
    }
    clusterCount = most + 1;
    if (positives == 0 || positives == scores.length) {
      throw new IllegalArgumentException(
          "a curve needs attempts on members and on others, got %d and %d"
              .formatted(positives, scores.length - positives));
    }
  }

  /// A point of the curve.
  ///
  /// @param falsePositives others accused
  /// @param truePositives members accused
  public record Point(
      double threshold,
      double falsePositives,
      double others,
      double truePositives,
      double members) {
    /// The share of others who are accused.
    public double falsePositiveRate() {
      return falsePositives / others;
    }

    /// The share of members who are accused.
    public double truePositiveRate() {
      return truePositives / members;
    }
  }

  /// The points after each threshold, from nobody accused to everybody.
  public List<Point> points() {
    return points(evenly());
  }

  /// The same with each cluster counted so many times.
  List<Point> points(int... weights) {
    double others = 0;
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      others += members[i] ? 0 : weights[clusters[i]];
      all += members[i] ? weights[clusters[i]] : 0;
    }
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, others, 0, all));
    double falsePositives = 0;
    double truePositives = 0;
    for (int i = 0; i < scores.length; i++) {
      falsePositives += members[i] ? 0 : weights[clusters[i]];
      truePositives += members[i] ? weights[clusters[i]] : 0;
      if (i == scores.length - 1 || scores[i + 1] < scores[i]) {
        points.add(new Point(scores[i], falsePositives, others, truePositives, all));
      }
    }
    return points;
  }

  int[] evenly() {
    int[] weights = new int[clusterCount];
    java.util.Arrays.fill(weights, 1);
    return weights;
  }

  int clusterCount() {
    return clusterCount;
  }

  /// The area under the curve: the probability that a member scores higher than another; half for
  /// an attack that knows nothing.
  public double area() {
    return area(points());
  }

  static double area(List<Point> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point after = points.get(i);
      area +=
          (after.falsePositiveRate() - before.falsePositiveRate())
              * (after.truePositiveRate() + before.truePositiveRate())
              / 2;
    }
    return area;
  }

  /// The point with the most members accused among those that accuse at most this share of others.
  public Point at(double falsePositiveRate) {
    return at(points(), falsePositiveRate);
  }

  static Point at(List<Point> points, double falsePositiveRate) {
    Point best = points.getFirst();
    for (Point point : points) {
      if (point.falsePositiveRate() <= falsePositiveRate) {
        best = point;
      }
    }
    return best;
  }
}
