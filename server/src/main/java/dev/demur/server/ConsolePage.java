package dev.demur.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the operators' console: pictures, each with its numbers in a table.
///
/// @param link below the lead, null where there is none
public record ConsolePage(String heading, String lead, List<Part> parts, @Nullable Link link) {
  public ConsolePage {
    parts = List.copyOf(parts);
  }

  ConsolePage(String heading, String lead, List<Part> parts) {
    this(heading, lead, parts, null);
  }

  /// Where else to go from here.
  public record Link(String href, String label) {}

  /// A table, with a picture of it where a picture helps.
  ///
  /// @param picture null where there is none
  public record Part(
      String id,
      String heading,
      @Nullable Picture picture,
      List<String> columns,
      List<List<String>> rows,
      String none) {
    public Part {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// A drawing 640 units wide.
  public record Picture(String title, String description, int height, List<Mark> marks) {
    public Picture {
      marks = List.copyOf(marks);
    }
  }

  /// A box with text in or beside it.
  ///
  /// @param style a class of `demur.css`: `in`, `out`, `quiet`, `line`
  public record Mark(int x, int y, int width, int height, String style, String text, int textX) {}
}
