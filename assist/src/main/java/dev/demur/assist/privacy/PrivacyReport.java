package dev.demur.assist.privacy;

import dev.demur.learn.privacy.Interval;
import java.util.List;
import java.util.Map;

/// What an evaluation found. Format of its JSON: `docs/reference/privacy-report.md`.
///
/// @param attacks on shadow models, each with the help of all others
/// @param canaries by number of repeats
/// @param extractions by number of repeats and way
public record PrivacyReport(
    Setup setup,
    List<AttackFigures> attacks,
    List<CanaryFigures> canaries,
    List<ExtractionFigures> extractions,
    Removal removal) {
  public PrivacyReport {
    attacks = List.copyOf(attacks);
    canaries = List.copyOf(canaries);
    extractions = List.copyOf(extractions);
  }

  /// What was trained.
  ///
  /// @param base digest of the base
  /// @param data in words
  /// @param canarySpace in words
  /// @param confidence of all intervals
  public record Setup(
      String base,
      long parameters,
      String data,
      int members,
      int texts,
      long tokens,
      int shadows,
      int shards,
      int slices,
      String settings,
      String canarySpace,
      int alternatives,
      long seed,
      double confidence) {}

  /// How well an attack does.
  ///
  /// @param what is attacked: texts, members, or canaries of some number of repeats
  /// @param area under the curve
  /// @param areaInterval by drawing members again
  /// @param curve false and true positive rates, by turns thinned out
  public record AttackFigures(
      String what,
      String attack,
      long members,
      long others,
      double area,
      Interval areaInterval,
      List<RateFigures> rates,
      List<CurvePoint> curve) {
    public AttackFigures {
      rates = List.copyOf(rates);
      curve = List.copyOf(curve);
    }
  }

  /// Members found while few others are accused.
  ///
  /// @param exact Clopper and Pearson's, as if all attempts were independent
  /// @param resampled by drawing members again
  public record RateFigures(
      double falsePositiveRate, double truePositiveRate, Interval exact, Interval resampled) {}

  /// A point of a curve.
  public record CurvePoint(double falsePositiveRate, double truePositiveRate) {}

  /// Exposure of canaries, in bits.
  ///
  /// @param exposure mean of those learnt from, by rank
  /// @param estimate the same by a skew-normal distribution
  /// @param unseen mean of those not learnt from, by rank; about 1.44 where nothing leaks
  /// @param highest that ranks can give
  /// @param first share of those learnt from that stand before every alternative
  public record CanaryFigures(
      int repeats,
      long learnt,
      double exposure,
      Interval interval,
      double estimate,
      double unseen,
      Interval unseenInterval,
      double highest,
      double first) {}

  /// Ends of canaries found, among those learnt from.
  ///
  /// @param interval Clopper and Pearson's
  public record ExtractionFigures(
      int repeats, Way way, long found, long tried, Interval interval) {}

  /// One model with members in it, without them, and one that never saw them.
  ///
  /// @param equal whether the last two are the same in everything that was measured, single losses
  ///   included, and in their bytes
  public record Removal(int leavers, boolean equal, List<State> states) {
    public Removal {
      states = List.copyOf(states);
    }
  }

  /// What is measured of those who leave.
  ///
  /// @param name before, after, or never saw
  /// @param adapter digest of the merged adapter
  /// @param attacks telling those who leave from those who were never in
  /// @param figures by name
  public record State(
      String name, String adapter, List<AttackFigures> attacks, Map<String, Double> figures) {
    public State {
      attacks = List.copyOf(attacks);
      figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
    }
  }
}
