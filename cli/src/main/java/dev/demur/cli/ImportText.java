package dev.demur.cli;

import dev.demur.home.ImportReport;
import java.util.Map;

/// The report of an import, for terminals and for programs.
final class ImportText {
  private ImportText() {}

  static Object json(ImportReport report) {
    ImportReport.Changes changes = report.changes();
    return Output.object(
        "members", report.members(),
        "facts", report.facts(),
        "archives", report.archives(),
        "kinds", report.kinds(),
        "records", report.records(),
        "new", changes.fresh(),
        "changed", changes.changed(),
        "unchanged", changes.same(),
        "skipped", report.skipped(),
        "skippedBecause", report.skippedBecause(),
        "refused", report.refused().stream().map(ImportText::json).toList());
  }

  private static Map<String, Object> json(ImportReport.Refusal r) {
    return Output.object(
        "path", r.path(), "entry", r.entry(), "line", r.line(), "reason", r.reason());
  }

  static String text(ImportReport report) {
    String head = head(report);
    if (report.recordCount() == 0) {
      return head;
    }
    Table categories = new Table("category", "records");
    report.records().forEach(categories::row);
    Table kinds = new Table("kind", "archives", "records");
    report
        .kinds()
        .forEach(
            (kind, records) -> kinds.row(kind, report.archives().getOrDefault(kind, 0L), records));
    String tables = head + "\n\n" + kinds + "\n\n" + categories;
    if (report.skippedBecause().isEmpty()) {
      return tables;
    }
    Table skipped = new Table("left out because it", "entries");
    report.skippedBecause().forEach(skipped::row);
    return tables + "\n\n" + skipped;
  }

  static String head(ImportReport report) {
    ImportReport.Changes changes = report.changes();
    return ("%,d members, %,d records (%,d new, %,d changed, %,d known), %,d new facts;"
            + " %,d entries skipped, %,d refused")
        .formatted(
            report.members(),
            report.recordCount(),
            changes.fresh(),
            changes.changed(),
            changes.same(),
            report.facts(),
            report.skippedCount(),
            report.refused().size());
  }

  static String line(ImportReport.Refusal refusal) {
    String where = refusal.entry().isEmpty() ? "" : " " + refusal.entry();
    String line = refusal.line() > 0 ? " line " + refusal.line() : "";
    String path = refusal.path() + where + line;
    // The refusal of a whole archive names its path already.
    return path.isEmpty() || refusal.reason().startsWith(refusal.path())
        ? refusal.reason()
        : path + ": " + refusal.reason();
  }
}
