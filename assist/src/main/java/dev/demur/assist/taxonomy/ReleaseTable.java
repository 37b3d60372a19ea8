package dev.demur.assist.taxonomy;

import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.csv.CsvRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A table of a release, by the names of its columns.
final class ReleaseTable {
  private static final int MAX_CELL = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<List<String>> rows = new ArrayList<>();

  private ReleaseTable(Path file) {
    this.file = file;
  }

  static ReleaseTable read(Path file, char delimiter) {
    ReleaseTable table = new ReleaseTable(file);
    try (CsvReader reader =
        new CsvReader(Files.newBufferedReader(file, StandardCharsets.UTF_8), delimiter, MAX_CELL)) {
      for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        switch (row.get()) {
          case CsvRow.Cells cells -> table.add(cells.cells());
          case CsvRow.Broken broken ->
              throw new TaxonomyRefused(
                  "%s:%d: cannot be read: %s".formatted(file, broken.line(), broken.reason()));
        }
      }
    } catch (IOException e) {
      throw new TaxonomyRefused(file + ": cannot be read: " + e.getMessage(), e);
    }
    return table;
  }

  private void add(List<String> cells) {
    if (columns.isEmpty()) {
      for (int i = 0; i < cells.size(); i++) {
        columns.put(name(cells.get(i)), i);
      }
    } else {
      rows.add(cells);
    }
  }

  private static String name(String heading) {
    return heading.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT);
  }

  int size() {
    return rows.size();
  }

  /// The cell of a row; empty where the row is short.
  ///
  /// @param names of the column in one release or another, in lower case
  String cell(int row, String... names) {
    for (String name : names) {
      Integer column = columns.get(name);
      if (column != null) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column).strip() : "";
      }
    }
    throw new TaxonomyRefused(
        "%s: has no column %s, but %s"
            .formatted(file, String.join(" or ", names), columns.keySet()));
  }
}
