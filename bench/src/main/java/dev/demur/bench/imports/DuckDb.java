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
/// delimiters and types, and scripts come without their assignment.
final class DuckDb implements AutoCloseable {
  private final Connection connection;
  private final Path out;
  private final List<String> statements = new ArrayList<>();

  DuckDb(List<Path> files, Path folder) throws SQLException, IOException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.out = folder.resolve("duckdb.out");
    execute("SET threads = 1");
    var conversations = new ArrayList<Path>();
    for (Path file : files) {
      String name = file.toString();
      if (name.endsWith(".csv")) {
        statements.add(table(file));
      } else if (name.endsWith(".js")) {
        statements.add(json(List.of(bare(file, folder))));
      } else if (name.contains("/inbox/")) {
        conversations.add(file);
      } else {
        statements.add(json(List.of(file)));
      }
    }
    if (!conversations.isEmpty()) {
      statements.add(json(conversations));
    }
  }

  private static String table(Path file) throws IOException {
    int head = LargeArchive.headLines(file);
    String header;
    try (var lines = Files.lines(file)) {
      header = lines.skip(head - 1L).findFirst().orElse("");
    }
    String columns =
        IntStream.range(0, header.split(",", -1).length)
            .mapToObj("'c%d': 'VARCHAR'"::formatted)
            .collect(Collectors.joining(", "));
    return ("SELECT * FROM read_csv('%s', auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
            + " header = false, skip = %d,"
            + " max_line_size = 16000000, columns = {%s})")
        .formatted(file, head, columns);
  }

  private static String json(List<Path> files) {
    String list = files.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    return "SELECT * FROM read_json([%s], maximum_object_size = 1000000000)".formatted(list);
  }

  private static Path bare(Path script, Path folder) throws IOException {
    String text = Files.readString(script);
    Path bare = folder.resolve("bare-" + script.getFileName() + "on");
    return Files.writeString(
        bare, text.substring(LargeArchive.assignment(text, script.toString())));
  }

  static String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  /// Reads every file, and writes what it read.
  void readAndWrite() {
    for (String select : statements) {
      String format = select.contains("read_csv") ? "csv" : "json";
      execute("COPY (%s) TO '%s' (FORMAT %s)".formatted(select, out, format));
    }
  }

  private void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB refuses " + sql, e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
