package dev.demur.archive.linkedin;

import dev.demur.archive.container.TextEntry;
import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.csv.CsvRow;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// A table of the archive: which file it is, where its header stands, what separates its cells.
///
/// @param headerLine the line of the header; rows before it are preamble
record Table(TextEntry text, FileSpec spec, Header header, char delimiter, int headerLine) {
  private static final int MAX_PREAMBLE = 20;

  /// Characters in which the header must stand.
  private static final int HEAD = 1 << 15;

  /// What a fitting name counts. A row that fits by name and columns is the header: no other is
  /// looked for.
  private static final int NAMED = 1000;

  private static final char[] DELIMITERS = {',', ';', '\t'};

  /// What an entry turned out to be.
  sealed interface Look {
    record Found(Table table) implements Look {}

    /// Nothing to import.
    record Nothing(String reason) implements Look {}

    /// Should be a table and is not.
    record Fault(int line, String reason) implements Look {}
  }

  private record Match(FileSpec spec, int score, List<String> columns, char delimiter, int line) {}

  static Look at(TextEntry text, List<FileSpec> specs, int maxCell) throws IOException {
    if (text.isEmpty()) {
      return new Look.Nothing("is empty");
    }
    String head = text.prefix(HEAD);
    String start = head.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype") || start.startsWith("<html")) {
      return new Look.Fault(1, "is an HTML page, not a table; the download was a log-in page");
    }
    if (start.isEmpty() || start.equals("no conversations found")) {
      return new Look.Nothing("has no rows");
    }
    String name = FileSpec.plainName(text.entry().name());
    Optional<Match> best = Pay.namesTable(name) ? salaries(head, name, maxCell) : Optional.empty();
    for (char delimiter : DELIMITERS) {
      for (CsvRow.Cells row : firstRows(head, delimiter, maxCell)) {
        if (best.map(Match::score).orElse(0) > NAMED) {
          return found(text, best.get());
        }
        Optional<Match> match = match(specs, name, row, delimiter);
        if (match.isPresent() && match.get().score() > best.map(Match::score).orElse(0)) {
          best = match;
        }
      }
    }
    if (best.isEmpty()) {
      best = salaries(head, name, maxCell);
    }
    return best.<Look>map(m -> found(text, m)).orElseGet(() -> unknown(specs, name));
  }

  /// A table of salaries, by its name or by a column; its first row is its header.
  private static Optional<Match> salaries(String head, String name, int maxCell)
      throws IOException {
    CsvRow.Cells widest = null;
    char separator = DELIMITERS[0];
    for (char delimiter : DELIMITERS) {
      List<CsvRow.Cells> rows = firstRows(head, delimiter, maxCell);
      boolean wider =
          !rows.isEmpty()
              && (widest == null || rows.getFirst().cells().size() > widest.cells().size());
      if (wider) {
        widest = rows.getFirst();
        separator = delimiter;
      }
    }
    if (widest == null) {
      return Optional.empty();
    }
    boolean told = Header.plain(widest.cells()).stream().anyMatch(Pay::namesTable);
    return told || Pay.namesTable(name)
        ? Optional.of(
            new Match(JobFiles.SALARIES, 10_000, widest.cells(), separator, widest.line()))
        : Optional.empty();
  }

  private static Look found(TextEntry text, Match match) {
    var header = new Header(match.columns());
    for (String column : new TreeSet<>(match.spec().required())) {
      if (Collections.frequency(header.plain(), column) > 1) {
        return new Look.Fault(match.line(), "the column %s stands twice".formatted(column));
      }
    }
    return new Look.Found(new Table(text, match.spec(), header, match.delimiter(), match.line()));
  }

  private static List<CsvRow.Cells> firstRows(String head, char delimiter, int maxCell)
      throws IOException {
    var rows = new ArrayList<CsvRow.Cells>();
    if (delimiter != DELIMITERS[0] && head.indexOf(delimiter) < 0) {
      return rows;
    }
    try (var reader = new CsvReader(new StringReader(head), delimiter, maxCell)) {
      for (int i = 0; i < MAX_PREAMBLE; i++) {
        Optional<CsvRow> row = reader.next();
        if (row.isEmpty()) {
          break;
        }
        if (row.get() instanceof CsvRow.Cells cells && !cells.isBlank()) {
          rows.add(cells);
        }
      }
    }
    return rows;
  }

  /// The file whose header a row is. A fitting name beats any number of fitting columns.
  private static Optional<Match> match(
      List<FileSpec> specs, String name, CsvRow.Cells row, char delimiter) {
    var columns = new HashSet<String>(Header.plain(row.cells()));
    Match best = null;
    for (FileSpec spec : specs) {
      boolean named = spec.names().contains(name);
      boolean anonymous = spec.required().isEmpty();
      boolean told = !spec.signature().isEmpty() && columns.containsAll(spec.signature());
      boolean fits = columns.containsAll(spec.required()) && (named || told);
      if (fits) {
        int known = spec.required().size() + spec.signature().size();
        int score = 1 + known + (named && !anonymous ? NAMED : 0);
        if (best == null || score > best.score()) {
          best = new Match(spec, score, row.cells(), delimiter, row.line());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Look unknown(List<FileSpec> specs, String name) {
    Optional<FileSpec> spec = specs.stream().filter(s -> s.names().contains(name)).findFirst();
    if (spec.isEmpty()) {
      return new Look.Nothing("no known LinkedIn table has this name or these columns");
    }
    String wanted = String.join(", ", new TreeSet<>(spec.get().required()));
    return new Look.Fault(
        1,
        "no header in its first %d lines has the columns %s of %s"
            .formatted(MAX_PREAMBLE, wanted, spec.get().name()));
  }
}
