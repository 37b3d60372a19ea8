package dev.demur.home.report;

import dev.demur.home.report.Report.Bars;
import dev.demur.home.report.Report.Block;
import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a report as one HTML page.
final class HtmlReport {
  private static final String STYLE =
      """
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; }
      h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
      .basis, .from { color: #57606a; font-size: .875rem; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d0d7de; }
      td.share { min-width: 9rem; }
      td.share i { display: block; height: .5rem; background: #0a66c2; border-radius: 2px; }
      table.bars td:first-child, table.bars th:first-child { width: 6rem; }
      td.bar i { display: inline-block; height: .9rem; background: #0a66c2; border-radius: 2px; vertical-align: middle; }
      td.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      """;

  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}\\.\\d) %");

  private HtmlReport() {}

  static String write(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>").append(escape(report.title())).append("</title>\n");
    out.append("<style>\n").append(STYLE).append("</style>\n<main>\n");
    out.append("<h1>").append(escape(report.title())).append("</h1>\n");
    out.append(
        "<p class=\"basis\">As of %s; from %s.</p>\n"
            .formatted(report.at(), escape(report.basis())));
    for (Report.Section section : report.sections()) {
      out.append("<h2>").append(escape(section.heading())).append("</h2>\n");
      section.blocks().forEach(block -> write(block, out));
    }
    return out.append("</main>\n</html>\n").toString();
  }

  private static void write(Block block, StringBuilder out) {
    switch (block) {
      case Text(var text) -> out.append("<p>").append(escape(text)).append("</p>\n");
      case Counts(var figures) -> {
        head(List.of("figure", "value", "from"), out);
        for (Figure figure : figures) {
          out.append(
              "<tr><td>%s</td><td class=\"figure\">%,d</td><td class=\"from\">%s</td></tr>\n"
                  .formatted(escape(figure.label()), figure.value(), escape(figure.from())));
        }
        out.append("</table></div>\n");
      }
      case Bars bars -> write(bars, out);
      case Grid grid -> {
        head(grid.columns(), out);
        for (List<String> row : grid.rows()) {
          out.append("<tr>");
          row.forEach(cell -> out.append(cell(cell)));
          out.append("</tr>\n");
        }
        out.append(
            "</table></div>\n<p class=\"from\">From: %s</p>\n".formatted(escape(grid.from())));
      }
    }
  }

  /// Bars stand in a table, with their numbers.
  private static void write(Bars bars, StringBuilder out) {
    long most = Math.max(1, bars.values().stream().mapToLong(Long::longValue).max().orElse(0));
    String title = "%s: %,d".formatted(escape(bars.title()), bars.sum());
    out.append("<h3>")
        .append(title)
        .append("</h3>\n<div class=\"scroll\"><table class=\"bars\">\n");
    out.append("<tr><th scope=\"col\">month</th><th scope=\"col\">count</th></tr>\n");
    for (int i = 0; i < bars.values().size(); i++) {
      out.append(
          "<tr><td>%s</td><td class=\"bar\"><i style=\"width: %s%%\"></i> %,d</td></tr>\n"
              .formatted(
                  escape(bars.labels().get(i)),
                  String.format(Locale.ROOT, "%.1f", 80.0 * bars.values().get(i) / most),
                  bars.values().get(i)));
    }
    out.append("</table></div>\n<p class=\"from\">From: ")
        .append(escape(bars.from()))
        .append("</p>\n");
  }

  /// Shares have a bar, which says no more than the number.
  private static String cell(String text) {
    Matcher share = SHARE.matcher(text);
    return share.matches()
        ? "<td class=\"share\">%s<i style=\"width: %s%%\"></i></td>"
            .formatted(escape(text), share.group(1))
        : "<td>" + escape(text) + "</td>";
  }

  private static void head(List<String> columns, StringBuilder out) {
    out.append("<div class=\"scroll\"><table>\n<tr>");
    columns.forEach(c -> out.append("<th scope=\"col\">").append(escape(c)).append("</th>"));
    out.append("</tr>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
