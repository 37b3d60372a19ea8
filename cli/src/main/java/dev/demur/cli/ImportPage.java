package dev.demur.cli;

import dev.demur.home.ImportReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The report of an import as one HTML page that needs nothing else.
final class ImportPage {
  private static final String STYLE =
      """
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      caption { text-align: left; font-weight: bold; padding: .25rem 0; }
      th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #b1b4b6; vertical-align: top; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; }
      """;

  private ImportPage() {}

  static String of(ImportReport report, Instant at) {
    var page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<title>Import report</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>Import report</h1>\n<p>")
        .append(escaped(at.toString()))
        .append("</p>\n<p>")
        .append(escaped(ImportText.head(report)))
        .append("</p>\n");
    counts(page, "Records by kind of source", "Kind", "Records", report.kinds());
    counts(page, "Archives and files by kind", "Kind", "Taken", report.archives());
    counts(page, "Records by category", "Category", "Records", report.records());
    counts(page, "Why entries were left out", "The entry", "Entries", report.skippedBecause());
    rows(
        page,
        "Refused",
        List.of("Path", "Entry", "Line", "Reason"),
        report.refused().stream()
            .map(r -> List.of(r.path(), r.entry(), r.line() > 0 ? "" + r.line() : "", r.reason()))
            .toList());
    rows(
        page,
        "Left out",
        List.of("Path", "Entry", "Reason"),
        report.skipped().stream().map(s -> List.of(s.path(), s.entry(), s.reason())).toList());
    return page.append("</body>\n</html>\n").toString();
  }

  private static void counts(
      StringBuilder page, String caption, String name, String count, Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    head(page, caption, List.of(name, count));
    counts.forEach((key, value) ->
        page.append("<tr><td>")
            .append(escaped(key))
            .append("</td><td class=\"number\">")
            .append("%,d".formatted(value))
            .append("</td></tr>\n"));
    page.append("</tbody>\n</table>\n");
  }

  private static void rows(
      StringBuilder page, String caption, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    head(page, caption, columns);
    for (List<String> row : rows) {
      page.append("<tr>");
      row.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n");
  }

  private static void head(StringBuilder page, String caption, List<String> columns) {
    page.append("<table>\n<caption>").append(escaped(caption)).append("</caption>\n<thead><tr>");
    columns.forEach(c -> page.append("<th scope=\"col\">").append(escaped(c)).append("</th>"));
    page.append("</tr></thead>\n<tbody>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
