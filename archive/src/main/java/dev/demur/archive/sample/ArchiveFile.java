package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.util.List;

/// One file of an archive.
interface ArchiveFile {

  /// One row of a table, or the whole of a page.
  ///
  /// @param categories what records a reader should make of it
  record Row(List<Category> categories, List<CharSequence> cells) {
    public Row {
      categories = List.copyOf(categories);
      cells = List.copyOf(cells);
    }
  }

  /// The name inside the archive.
  String entry();

  /// The names of the cells of a row.
  List<String> header();

  List<Row> rows();

  /// Whether the archive has the file at all: most files without rows are left out.
  boolean exists();

  /// The whole file.
  String content();
}
