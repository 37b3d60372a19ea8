package dev.demur.assist.privacy;

import dev.demur.assist.privacy.PrivacyReport.AttackFigures;
import dev.demur.assist.privacy.PrivacyReport.CurvePoint;
import java.util.List;
import java.util.Locale;

/// Draws curves on logarithmic axes as SVG: what an attack finds at low false positive rates is
/// what matters, and linear axes hide it.
final class RocChart {
  private static final int SIZE = 320;
  private static final int LEFT = 56;
  private static final int TOP = 12;
  private static final int BOTTOM = 48;
  private static final int LEGEND = 22;
  private static final int DECADES = 4;
  private static final double LEAST = 1e-4;

  /// Colours that colour-blind readers tell apart, each with a dash of its own.
  private static final List<String> STROKES =
      List.of(
          "stroke=\"#0072b2\"",
          "stroke=\"#d55e00\" stroke-dasharray=\"7 3\"",
          "stroke=\"#009e73\" stroke-dasharray=\"2 3\"",
          "stroke=\"#555555\" stroke-dasharray=\"9 3 2 3\"");

  private final StringBuilder out = new StringBuilder();

  private RocChart() {}

  /// @param curves of one kind, at most four
  static String of(String title, List<AttackFigures> curves) {
    RocChart chart = new RocChart();
    int width = LEFT + SIZE + TOP;
    int height = TOP + SIZE + BOTTOM + LEGEND * curves.size();
    chart.add(
        String.format(
            Locale.ROOT,
            "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">",
            width,
            height,
            width,
            height));
    chart.add(
        String.format(
            Locale.ROOT, "<title>True positive rate over false positive rate: %s</title>", title));
    chart.add("<desc>Logarithmic axes from 0.0001 to 1; the numbers are in the table.</desc>");
    chart.axes();
    chart.add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#bbbbbb\"/>",
            LEFT,
            TOP + SIZE,
            LEFT + SIZE,
            TOP));
    for (int i = 0; i < curves.size(); i++) {
      chart.curve(curves.get(i), i);
    }
    chart.add("</svg>");
    return chart.out.toString();
  }

  private void add(String line) {
    out.append(line).append('\n');
  }

  private void axes() {
    for (int decade = 0; decade <= DECADES; decade++) {
      double rate = StrictMath.pow(10, -decade);
      double x = x(rate);
      double y = y(rate);
      String label = decade == 0 ? "1" : "10⁻" + "⁰¹²³⁴".charAt(decade);
      add(
          String.format(
              Locale.ROOT,
              "<path d=\"M%.1f %d V%d M%d %.1f H%d\" stroke=\"#e4e4e4\" fill=\"none\"/>",
              x,
              TOP,
              TOP + SIZE,
              LEFT,
              y,
              LEFT + SIZE));
      add(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" font-size=\"12\" text-anchor=\"middle\">%s</text>",
              x,
              TOP + SIZE + 16,
              label));
      add(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%.1f\" font-size=\"12\" text-anchor=\"end\">%s</text>",
              LEFT - 6,
              y + 4,
              label));
    }
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-size=\"12\" text-anchor=\"middle\">false positive rate</text>",
            LEFT + SIZE / 2,
            TOP + SIZE + 34));
    add(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(14 %d) rotate(-90)\" font-size=\"12\" text-anchor=\"middle\">true positive rate</text>",
            TOP + SIZE / 2));
  }

  private void curve(AttackFigures figures, int number) {
    String stroke = STROKES.get(number % STROKES.size()) + " stroke-width=\"2\" fill=\"none\"";
    StringBuilder path = new StringBuilder();
    for (CurvePoint point : figures.curve()) {
      path.append(path.isEmpty() ? 'M' : 'L');
      path.append(
          String.format(
              Locale.ROOT,
              "%.1f %.1f ",
              x(point.falsePositiveRate()),
              y(point.truePositiveRate())));
    }
    add(String.format(Locale.ROOT, "<path d=\"%s\" %s/>", path.toString().strip(), stroke));
    int y = TOP + SIZE + BOTTOM + LEGEND * number + 4;
    add(String.format(Locale.ROOT, "<path d=\"M%d %d h40\" %s/>", LEFT, y, stroke));
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-size=\"12\">%s (area %.3f)</text>",
            LEFT + 50,
            y + 4,
            figures.attack(),
            figures.area()));
  }

  private static double x(double rate) {
    return LEFT + SIZE * (1 + StrictMath.log10(StrictMath.max(LEAST, rate)) / DECADES);
  }

  private static double y(double rate) {
    return TOP - SIZE * StrictMath.log10(StrictMath.max(LEAST, rate)) / DECADES;
  }
}
