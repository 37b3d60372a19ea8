package dev.demur.assist.privacy;

import dev.demur.assist.privacy.PrivacyReport.AttackFigures;
import dev.demur.assist.privacy.PrivacyReport.CanaryFigures;
import dev.demur.assist.privacy.PrivacyReport.ExtractionFigures;
import dev.demur.assist.privacy.PrivacyReport.RateFigures;
import dev.demur.assist.privacy.PrivacyReport.Setup;
import dev.demur.assist.privacy.PrivacyReport.State;
import dev.demur.learn.privacy.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The tables of a report, each once for text, Markdown and HTML.
///
/// @param heading what it shows
/// @param columns the first names the row
public record PrivacyTables(String heading, List<String> columns, List<List<String>> rows) {
  private static final int DIGITS = 16;

  public PrivacyTables {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// All tables of a report.
  public static List<PrivacyTables> of(PrivacyReport report) {
    return List.of(
        setup(report.setup()),
        attacks("Who was learnt from: shadow models", report.attacks()),
        canaries(report.canaries()),
        extractions(report.extractions()),
        stateAttacks(report.removal().states()),
        stateFigures(report.removal().states()));
  }

  /// What was trained and how.
  static PrivacyTables setup(Setup setup) {
    return new PrivacyTables(
        "What was trained",
        List.of("", ""),
        List.of(
            List.of("base", first(setup.base())),
            List.of("parameters", String.format(Locale.ROOT, "%,d", setup.parameters())),
            List.of("data", setup.data()),
            List.of(
                "members, texts, tokens",
                String.format(
                    Locale.ROOT, "%,d, %,d, %,d", setup.members(), setup.texts(), setup.tokens())),
            List.of("shadow models", String.format(Locale.ROOT, "%d", setup.shadows())),
            List.of(
                "shards × slices",
                String.format(Locale.ROOT, "%d × %d", setup.shards(), setup.slices())),
            List.of("adapters", setup.settings()),
            List.of("canaries", setup.canarySpace()),
            List.of("ranked among", String.format(Locale.ROOT, "%,d others", setup.alternatives())),
            List.of("seed", String.format(Locale.ROOT, "%d", setup.seed()))));
  }

  /// Attacks with their areas and rates.
  static PrivacyTables attacks(String heading, List<AttackFigures> attacks) {
    List<List<String>> rows = new ArrayList<>();
    attacks.forEach(attack -> rows.add(attack(attack)));
    return new PrivacyTables(heading, attackColumns("attack on"), rows);
  }

  private static List<String> attackColumns(String first) {
    List<String> columns = new ArrayList<>(List.of(first, "by", "of, against", "area"));
    Curves.RATES.forEach(rate -> columns.add("found at " + percent(rate, 1) + " false"));
    return columns;
  }

  private static List<String> attack(AttackFigures attack) {
    List<String> row =
        new ArrayList<>(
            List.of(
                attack.what(),
                attack.attack(),
                String.format(Locale.ROOT, "%,d, %,d", attack.members(), attack.others()),
                decimals(attack.area(), 3) + " " + interval(attack.areaInterval(), 3)));
    attack.rates().forEach(rate -> row.add(rate(rate)));
    return row;
  }

  private static String rate(RateFigures rate) {
    return percent(rate.truePositiveRate(), 2)
        + " "
        + percents(rate.exact())
        + " "
        + percents(rate.resampled());
  }

  /// Exposure by repeats.
  static PrivacyTables canaries(List<CanaryFigures> canaries) {
    List<List<String>> rows = new ArrayList<>();
    for (CanaryFigures figures : canaries) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%d", figures.repeats()),
              String.format(Locale.ROOT, "%,d", figures.learnt()),
              decimals(figures.exposure(), 2) + " " + interval(figures.interval(), 2),
              decimals(figures.estimate(), 2),
              decimals(figures.unseen(), 2) + " " + interval(figures.unseenInterval(), 2),
              decimals(figures.highest(), 2),
              percent(figures.first(), 1)));
    }
    return new PrivacyTables(
        "Exposure of canaries, bits",
        List.of(
            "repeats",
            "learnt",
            "exposure by rank",
            "by skew-normal",
            "never learnt, by rank",
            "highest by rank",
            "first of all"),
        rows);
  }

  /// Ends of canaries found.
  static PrivacyTables extractions(List<ExtractionFigures> extractions) {
    List<String> columns = new ArrayList<>(List.of("repeats"));
    for (Way way : Way.values()) {
      columns.add(way.title());
    }
    List<List<String>> rows = new ArrayList<>();
    for (int repeats :
        new TreeSet<>(extractions.stream().map(ExtractionFigures::repeats).toList())) {
      List<String> row = new ArrayList<>(List.of(String.format(Locale.ROOT, "%d", repeats)));
      extractions.stream()
          .filter(figures -> figures.repeats() == repeats)
          .forEach(figures ->
              row.add(
                  String.format(Locale.ROOT, "%,d of %,d ", figures.found(), figures.tried())
                      + percents(figures.interval())
                      + " %"));
      rows.add(row);
    }
    return new PrivacyTables("Ends of canaries found out", columns, rows);
  }

  private static PrivacyTables stateAttacks(List<State> states) {
    List<List<String>> rows = new ArrayList<>();
    for (State state : states) {
      for (AttackFigures attack : state.attacks()) {
        List<String> row = new ArrayList<>(attack(attack));
        row.addFirst(state.name());
        rows.add(row);
      }
    }
    List<String> columns = new ArrayList<>(attackColumns("attack on"));
    columns.addFirst("model");
    return new PrivacyTables("Those who leave: told from members who were never in", columns, rows);
  }

  private static PrivacyTables stateFigures(List<State> states) {
    List<String> columns = new ArrayList<>(List.of("of those who leave"));
    states.forEach(state -> columns.add(state.name()));
    List<List<String>> rows = new ArrayList<>();
    for (String name : states.getFirst().figures().keySet()) {
      List<String> row = new ArrayList<>(List.of(name));
      states.forEach(state -> row.add(decimals(state.figures().getOrDefault(name, Double.NaN), 4)));
      rows.add(row);
    }
    List<String> digests = new ArrayList<>(List.of("SHA-256 of the merged adapter"));
    states.forEach(state -> digests.add(first(state.adapter())));
    rows.add(digests);
    return new PrivacyTables("Those who leave: their scores and canaries", columns, rows);
  }

  /// Enough of a digest to tell it from others.
  private static String first(String digest) {
    return digest.substring(0, Math.min(DIGITS, digest.length()));
  }

  private static String percent(double share, int digits) {
    return decimals(100 * share, digits) + " %";
  }

  private static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String interval(Interval interval, int digits) {
    return "[%s–%s]".formatted(decimals(interval.low(), digits), decimals(interval.high(), digits));
  }

  private static String percents(Interval interval) {
    return interval(new Interval(100 * interval.low(), 100 * interval.high()), 2);
  }
}
