package dev.demur.assist.privacy;

import dev.demur.assist.privacy.PrivacyReport.AttackFigures;
import dev.demur.assist.privacy.PrivacyReport.CurvePoint;
import dev.demur.assist.privacy.PrivacyReport.RateFigures;
import dev.demur.learn.privacy.Attempt;
import dev.demur.learn.privacy.Bootstrap;
import dev.demur.learn.privacy.ClopperPearson;
import dev.demur.learn.privacy.PrivacySettings;
import dev.demur.learn.privacy.RocCurve;
import java.util.ArrayList;
import java.util.List;

/// Turns attempts into figures.
final class Curves {
  /// The false positive rates at which attacks are compared.
  static final List<Double> RATES = List.of(0.001, 0.01);

  private static final double STEP = 1.03;

  private final Bootstrap bootstrap;

  Curves(Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
  }

  AttackFigures figures(String what, String attack, List<Attempt> attempts) {
    RocCurve curve = new RocCurve(attempts);
    long members = attempts.stream().filter(Attempt::member).count();
    return new AttackFigures(
        what,
        attack,
        members,
        attempts.size() - members,
        curve.area(),
        bootstrap.area(curve),
        RATES.stream().map(rate -> rate(curve, rate)).toList(),
        thinned(curve.points()));
  }

  private RateFigures rate(RocCurve curve, double falsePositiveRate) {
    RocCurve.Point point = curve.at(falsePositiveRate);
    return new RateFigures(
        falsePositiveRate,
        point.truePositiveRate(),
        ClopperPearson.interval(
            Math.round(point.truePositives()),
            Math.round(point.members()),
            PrivacySettings.CONFIDENCE),
        bootstrap.rateAt(curve, falsePositiveRate));
  }

  /// Points that lie apart on logarithmic axes, and the last one.
  private static List<CurvePoint> thinned(List<RocCurve.Point> points) {
    List<CurvePoint> thinned = new ArrayList<>();
    double reached = 0;
    for (int i = 0; i < points.size(); i++) {
      RocCurve.Point point = points.get(i);
      boolean far = point.falsePositiveRate() > reached * STEP;
      if (far || i == points.size() - 1) {
        reached = point.falsePositiveRate();
        thinned.add(new CurvePoint(reached, point.truePositiveRate()));
      }
    }
    return thinned;
  }
}
