package dev.demur.bench;

import java.util.List;

/// Something that `demur bench NAME` measures.
///
/// To add one: implement this, and add it to [Benchmarks#ALL].
public interface Benchmark {
  /// One word, as on the command line.
  String name();

  /// What is measured, against whom, in one line.
  String description();

  /// Measures; progress goes to stderr.
  ///
  /// @param effort how long to measure
  Report run(Effort effort) throws Exception;

  /// How long to measure.
  enum Effort {
    /// Long enough for figures to print.
    FULL,
    /// Long enough to see that it runs, and about how fast.
    SHORT
  }

  /// What was measured.
  ///
  /// @param remarks what a reader must know to read the figures right
  record Report(String benchmark, List<Row> rows, List<String> remarks) {
    public Report {
      rows = List.copyOf(rows);
      remarks = List.copyOf(remarks);
    }
  }

  /// One figure.
  ///
  /// @param unit e.g. `decisions/s per core`
  record Row(String what, double value, String unit) {}
}
