package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;

/// One CSV file of an archive: its header, its rows, and what each row is.
///
/// @param entry the name inside the archive
/// @param preamble what stands above the header; a file that has one has no newline at its end
/// @param quoteAll whether every cell is quoted, as in `messages.csv`, or only those that need it
/// @param keepEmpty whether the file exists when it has no rows
record Table(
    String entry,
    List<String> header,
    String preamble,
    boolean quoteAll,
    boolean keepEmpty,
    List<Row> rows)
    implements ArchiveFile {

  static Table of(String entry, String header) {
    return new Table(entry, List.of(header.split(",", -1)), "", false, false, new ArrayList<>());
  }

  Table quoted() {
    return new Table(entry, header, preamble, true, keepEmpty, rows);
  }

  Table alwaysThere() {
    return new Table(entry, header, preamble, quoteAll, true, rows);
  }

  Table under(String lines) {
    return new Table(entry, header, lines, quoteAll, keepEmpty, rows);
  }

  void add(Category category, CharSequence... cells) {
    add(List.of(category), cells);
  }

  /// Adds a row that holds several records.
  void add(List<Category> categories, CharSequence... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "%s has %d columns, got %d cells".formatted(entry, header.size(), cells.length));
    }
    rows.add(new Row(categories, List.of(cells)));
  }

  @Override
  public boolean exists() {
    return keepEmpty || !rows.isEmpty();
  }

  @Override
  public String content() {
    var csv = new StringBuilder(preamble);
    line(header, csv);
    rows.forEach(row -> line(row.cells(), csv));
    csv.setLength(preamble.isEmpty() ? csv.length() : csv.length() - 1);
    return csv.toString();
  }

  private void line(List<? extends CharSequence> cells, StringBuilder csv) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells.get(i).toString()));
    }
    csv.append('\n');
  }

  private String cell(String text) {
    return quoteAll || isSpecial(text) ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static boolean isSpecial(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == ',' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
