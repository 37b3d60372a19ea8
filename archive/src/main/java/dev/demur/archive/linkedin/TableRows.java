package dev.demur.archive.linkedin;

import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Limits;
import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.csv.CsvRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/// The rows of one table below its header: sound ones are given, the others go to the log.
final class TableRows {
  private final Table table;
  private final Limits limits;
  private final ImportLog log;
  private int given;
  private boolean hasRows;

  TableRows(Table table, Limits limits, ImportLog log) {
    this.table = table;
    this.limits = limits;
    this.log = log;
  }

  /// Reads the table once.
  ///
  /// @return whether there was any row, sound or not
  boolean read(Consumer<CsvRow.Cells> rows) {
    Header header = table.header();
    try (var reader =
        new CsvReader(table.text().open(), table.delimiter(), limits.maxCellCharacters())) {
      skipHeader(reader);
      Optional<CsvRow> row = reader.next(header.least(), header.size());
      while (row.isPresent() && take(row.get(), reader.holdsNul(), rows)) {
        row = reader.next(header.least(), header.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read entry " + entry(), e);
    }
    return hasRows;
  }

  private void skipHeader(CsvReader reader) throws IOException {
    Optional<CsvRow> row = reader.next();
    while (row.isPresent() && row.get().line() < table.headerLine()) {
      row = reader.next();
    }
  }

  /// Gives or refuses one row; false when no more are to be read.
  private boolean take(CsvRow row, boolean holdsNul, Consumer<CsvRow.Cells> rows) {
    switch (row) {
      case CsvRow.Broken(int line, String reason) -> refuse(line, reason);
      case CsvRow.Cells cells when isNoRow(cells) -> {}
      case CsvRow.Cells cells when holdsNul -> refuse(cells.line(), "holds a NUL character");
      case CsvRow.Cells cells when given == limits.maxRows() -> {
        refuse(
            cells.line(),
            "has more than %d rows; the rest is not read".formatted(limits.maxRows()));
        return false;
      }
      case CsvRow.Cells cells -> {
        hasRows = true;
        given++;
        rows.accept(cells);
      }
    }
    return true;
  }

  private boolean isNoRow(CsvRow.Cells cells) {
    return cells.isBlank() || table.header().isRepeated(cells.cells());
  }

  private void refuse(int line, String reason) {
    hasRows = true;
    log.refuse(entry(), line, reason);
  }

  private String entry() {
    return table.text().entry().name();
  }
}
