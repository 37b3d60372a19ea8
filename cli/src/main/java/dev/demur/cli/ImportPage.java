package dev.demur.cli;

import dev.demur.home.ImportReport;
import dev.demur.home.report.Report;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import dev.demur.home.report.ReportFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The report of an import as one HTML page that needs nothing else.
final class ImportPage {
  private ImportPage() {}

  static String of(ImportReport report, Instant at) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Taken", List.of(new Text(ImportText.head(report)))));
    counts(sections, "Records by kind of source", "kind", "records", report.kinds());
    counts(sections, "Archives and files by kind", "kind", "taken", report.archives());
    counts(sections, "Records by category", "category", "records", report.records());
    counts(sections, "Why entries were left out", "the entry", "entries", report.skippedBecause());
    rows(
        sections,
        "Refused",
        List.of("path", "entry", "line", "reason"),
        report.refused().stream()
            .map(r -> List.of(r.path(), r.entry(), r.line() > 0 ? "" + r.line() : "", r.reason()))
            .toList());
    rows(
        sections,
        "Left out",
        List.of("path", "entry", "reason"),
        report.skipped().stream().map(s -> List.of(s.path(), s.entry(), s.reason())).toList());
    return ReportFormat.HTML.write(
        new Report("import", "Import report", at, "the paths that were given", sections));
  }

  private static void counts(
      List<Section> sections, String heading, String name, String count, Map<String, Long> counts) {
    rows(
        sections,
        heading,
        List.of(name, count),
        counts.entrySet().stream()
            .map(each -> List.of(each.getKey(), "%,d".formatted(each.getValue())))
            .toList());
  }

  private static void rows(
      List<Section> sections, String heading, List<String> columns, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      sections.add(new Section(heading, List.of(new Grid(columns, rows, "this import"))));
    }
  }
}
