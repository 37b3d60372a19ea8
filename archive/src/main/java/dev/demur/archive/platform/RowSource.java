package dev.demur.archive.platform;

import java.util.Collection;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A table, read row by row.
interface RowSource {
  /// Reads the table once.
  ///
  /// @param wanted the columns, and which of them grows with each change
  /// @throws MissingColumn before the first row, when the table has a fixed set of columns
  void read(Wanted wanted, Rows rows, LongConsumer bytes);

  /// What to read.
  ///
  /// @param columns in the order in which rows give their values
  /// @param since the column that grows with each change, and from which value on to read
  record Wanted(
      java.util.List<String> columns, Optional<String> sinceColumn, Optional<Watermark> since) {}

  /// Takes rows.
  interface Rows {
    /// A row.
    ///
    /// @param line 1 is the first line, or row; 0 where rows have no number
    /// @param values of the wanted columns; null where there is none
    void row(int line, @Nullable String[] values, Optional<Watermark> mark);

    /// A row that cannot be read.
    void broken(int line, String reason);
  }

  /// The table lacks a column.
  final class MissingColumn extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String column;
    private final transient Collection<String> known;

    MissingColumn(String column, Collection<String> known) {
      super("there is no column " + column);
      this.column = column;
      this.known = known;
    }

    String column() {
      return column;
    }

    Collection<String> known() {
      return known;
    }
  }
}
