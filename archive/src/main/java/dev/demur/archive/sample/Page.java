package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;

/// A file that is no table: its content, and what a reader should make of it.
///
/// @param header names of the cells of the rows, for the truth files
record Page(String entry, List<String> header, List<Row> rows, String content)
    implements ArchiveFile {
  Page {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  @Override
  public boolean exists() {
    return true;
  }

  /// Collects what a reader should make of a file while it is written.
  static final class Rows {
    private final List<Row> rows = new ArrayList<>();

    /// One record with its text; that of a private message stands in a column of its own, because
    /// readers keep none of it.
    Rows add(Category category, CharSequence text) {
      boolean kept = category != Category.PRIVATE_MESSAGE;
      rows.add(new Row(List.of(category), kept ? List.of(text) : List.of("", text)));
      return this;
    }

    /// One log-in: readers keep neither from where nor with what.
    Rows login(Passage address, Passage agent) {
      rows.add(new Row(List.of(Category.CREDENTIAL), List.of("", "", address, agent)));
      return this;
    }

    /// One record without text.
    Rows add(Category category) {
      return add(category, "");
    }

    Page page(String entry, String content) {
      return new Page(entry, List.of("text", "message", "address", "agent"), rows, content);
    }
  }
}
