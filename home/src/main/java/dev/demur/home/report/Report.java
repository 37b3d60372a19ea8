package dev.demur.home.report;

import java.time.Instant;
import java.util.List;

/// One report, as data; [ReportFormat] writes it.
///
/// @param kind as on the command line, e.g. `article30`
/// @param basis what it was computed from: ledger position and snapshot
public record Report(String kind, String title, Instant at, String basis, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  /// A headed part.
  public record Section(String heading, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }

    static Section of(String heading, Block... blocks) {
      return new Section(heading, List.of(blocks));
    }
  }

  /// What a section is made of.
  public sealed interface Block {}

  /// A sentence or more.
  public record Text(String text) implements Block {}

  /// Figures, each with where it is from.
  public record Counts(List<Figure> figures) implements Block {
    public Counts {
      figures = List.copyOf(figures);
    }

    static Counts of(Figure... figures) {
      return new Counts(List.of(figures));
    }
  }

  /// A count for each of several things in order, as months are; drawn as bars.
  ///
  /// @param labels as many as values
  /// @param from the question whose answer the values are
  public record Bars(String title, List<String> labels, List<Long> values, String from)
      implements Block {
    public Bars {
      labels = List.copyOf(labels);
      values = List.copyOf(values);
      if (labels.size() != values.size()) {
        throw new IllegalArgumentException(
            "bars need as many labels as values, got %d and %d"
                .formatted(labels.size(), values.size()));
      }
    }

    /// All of them together.
    public long sum() {
      return values.stream().mapToLong(Long::longValue).sum();
    }
  }

  /// A table of text.
  ///
  /// @param from what its rows were computed from
  public record Grid(List<String> columns, List<List<String>> rows, String from) implements Block {
    public Grid {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
