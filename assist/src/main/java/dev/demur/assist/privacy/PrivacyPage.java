package dev.demur.assist.privacy;

import dev.demur.assist.privacy.PrivacyReport.AttackFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a report as one HTML page without scripts: curves as SVG, and every number in a table.
public final class PrivacyPage {
  private static final String STYLE =
      """
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; }
      h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
      .scroll { overflow-x: auto; } .charts { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { margin: 0; }
      table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d0d7de; }
      """;

  private static final String LEGEND =
      "The first bracket behind a rate is Clopper and Pearson’s interval, as if attempts were"
          + " independent; the second, and the one behind an area, is by drawing members again. All"
          + " are of 95 %. An attack that knows nothing has an area of 0.5 and finds as many members"
          + " as it accuses others: the grey line.";

  private PrivacyPage() {}

  /// The page as text.
  public static String of(PrivacyReport report) {
    StringBuilder out = new StringBuilder();
    out.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>What adapters give away</title>\n<style>\n").append(STYLE);
    out.append("</style>\n<main>\n<h1>What adapters give away</h1>\n");
    out.append("<p>").append(verdict(report)).append("</p>\n<p>").append(LEGEND).append("</p>\n");
    out.append("<div class=\"charts\">\n");
    byTarget(report.attacks())
        .forEach((what, attacks) ->
            out.append("<figure><figcaption>")
                .append(escape(what))
                .append("</figcaption>\n")
                .append(RocChart.of(escape(what), attacks))
                .append("</figure>\n"));
    out.append("</div>\n");
    PrivacyTables.of(report).forEach(table -> write(table, out));
    return out.append("</main>\n</html>\n").toString();
  }

  /// Whether removal was exact, in a sentence.
  public static String verdict(PrivacyReport report) {
    return report.removal().equal()
        ? "After the removal of %d members the model is the one that never saw them, byte for byte, and so is every number measured of it."
            .formatted(report.removal().leavers())
        : "AFTER THE REMOVAL OF %d MEMBERS THE MODEL DIFFERS FROM THE ONE THAT NEVER SAW THEM."
            .formatted(report.removal().leavers());
  }

  private static Map<String, List<AttackFigures>> byTarget(List<AttackFigures> attacks) {
    Map<String, List<AttackFigures>> byTarget = new LinkedHashMap<>();
    attacks.forEach(
        attack -> byTarget.computeIfAbsent(attack.what(), what -> new ArrayList<>()).add(attack));
    return byTarget;
  }

  private static void write(PrivacyTables table, StringBuilder out) {
    out.append("<h2>").append(escape(table.heading())).append("</h2>\n");
    out.append("<div class=\"scroll\"><table>\n<tr>");
    table
        .columns()
        .forEach(c -> out.append("<th scope=\"col\">").append(escape(c)).append("</th>"));
    out.append("</tr>\n");
    for (List<String> row : table.rows()) {
      out.append("<tr>");
      row.forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</table></div>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
