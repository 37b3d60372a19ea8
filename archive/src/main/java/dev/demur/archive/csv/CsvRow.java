package dev.demur.archive.csv;

import java.util.List;

/// One row of a table, or why it cannot be read.
public sealed interface CsvRow {
  /// The line on which it starts; 1 is the first.
  int line();

  /// A row with its cells; line ends inside cells are `\n`.
  record Cells(int line, List<String> cells) implements CsvRow {
    public Cells {
      cells = List.copyOf(cells);
    }

    /// Whether there is nothing in it.
    public boolean isBlank() {
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isBlank()) {
          return false;
        }
      }
      return true;
    }
  }

  /// A row that cannot be read. Reading goes on with the next line.
  record Broken(int line, String reason) implements CsvRow {}
}
