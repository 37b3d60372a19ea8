package dev.demur.bench.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The peer: DuckDB reads the files of an archive, unpacked, and writes every value, with one
/// thread.
///
/// It is spared what would only cost it time: tables are described to it, so that it need not guess
/// delimiters and types, scripts come without their assignment, conversations in one go.
final class DuckDb implements AutoCloseable {
  private static final String MEMORY = "4GB";
  private static final String CONVERSATION = "/inbox/";

  /// The largest value that DuckDB expects if it is told nothing.
  private static final long USUAL_VALUE = 16L << 20;

  private static final int SHOWN = 200;

  private final Connection connection;
  private final Path out;
  private final List<Source> sources = new ArrayList<>();

  /// What one statement reads.
  private record Source(String name, String select, String format) {}

  /// DuckDB could not read a file.
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String source, SQLException cause) {
      super("DuckDB cannot read %s: %s".formatted(source, firstLine(cause)), cause);
    }

    private static String firstLine(SQLException e) {
      String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return line.substring(0, Math.min(SHOWN, line.length()));
    }
  }

  DuckDb(List<Path> files, Path folder) throws SQLException, IOException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.out = folder.resolve("duckdb.out");
    execute("settings", "SET threads = 1");
    execute("settings", "SET memory_limit = '%s'".formatted(MEMORY));
    var conversations = new ArrayList<Path>();
    for (Path file : files) {
      String name = file.toString();
      if (name.endsWith(".csv")) {
        sources.add(table(file));
      } else if (name.endsWith(".js")) {
        sources.add(json(List.of(bare(file, folder))));
      } else if (name.contains(CONVERSATION)) {
        conversations.add(file);
      } else {
        sources.add(json(List.of(file)));
      }
    }
    if (!conversations.isEmpty()) {
      sources.add(json(conversations));
    }
  }

  private static Source table(Path file) throws IOException {
    int head = Joining.headLines(file);
    String header;
    try (var lines = Files.lines(file)) {
      header = lines.skip(head - 1L).findFirst().orElse("");
    }
    String columns =
        IntStream.range(0, header.split(",", -1).length)
            .mapToObj("'c%d': 'VARCHAR'"::formatted)
            .collect(Collectors.joining(", "));
    String select =
        ("SELECT * FROM read_csv('%s', auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
                + " header = false, skip = %d, max_line_size = 16000000, columns = {%s})")
            .formatted(file, head, columns);
    return new Source(file.getFileName().toString(), select, "csv");
  }

  /// Told how long its longest value is: DuckDB takes memory of that size for each file.
  private static Source json(List<Path> files) throws IOException {
    String list = files.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    long longest = USUAL_VALUE;
    for (Path file : files) {
      longest = Math.max(longest, Files.size(file) + 1);
    }
    String select =
        "SELECT * FROM read_json([%s], maximum_object_size = %d)".formatted(list, longest);
    return new Source(files.getFirst().getFileName().toString(), select, "json");
  }

  private static Path bare(Path script, Path folder) throws IOException {
    String text = Files.readString(script);
    Path bare = folder.resolve("bare-" + script.getFileName() + "on");
    return Files.writeString(bare, text.substring(Joining.assignment(text, script.toString())));
  }

  static String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  /// Reads every file, and writes what it read.
  ///
  /// @throws Failed when it cannot
  void readAndWrite() {
    for (Source source : sources) {
      execute(
          source.name(),
          "COPY (%s) TO '%s' (FORMAT %s)".formatted(source.select(), out, source.format()));
    }
  }

  private void execute(String what, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new Failed(what, e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
