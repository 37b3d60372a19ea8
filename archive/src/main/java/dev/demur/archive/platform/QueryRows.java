package dev.demur.archive.platform;

import dev.demur.archive.ArchiveRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The rows of a database query; from the second import on only those that have changed.
final class QueryRows implements RowSource {
  private static final int FETCH = 1_000;

  private final Mapping mapping;
  private final Mapping.Query query;

  QueryRows(Mapping mapping, Mapping.Query query) {
    this.mapping = mapping;
    this.query = query;
  }

  @Override
  public void read(Wanted wanted, Rows rows, LongConsumer bytes) {
    try (Connection connection = DriverManager.getConnection(query.url(), access())) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false); // PostgreSQL streams rows inside a transaction only
      try (PreparedStatement statement =
          connection.prepareStatement(
              sql(wanted), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
        statement.setFetchSize(FETCH);
        if (wanted.since().isPresent()) {
          statement.setObject(1, parameter(wanted.since().get()));
        }
        try (ResultSet results = statement.executeQuery()) {
          read(results, wanted, rows);
        }
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new ArchiveRefused(
          Path.of(mapping.file()),
          "jdbc",
          0,
          "the query failed (SQL state %s)".formatted(e.getSQLState()),
          "check url, user, password and query");
    }
  }

  private Properties access() {
    var access = new Properties();
    query.userVariable().ifPresent(name -> access.setProperty("user", variable(name)));
    query.passwordVariable().ifPresent(name -> access.setProperty("password", variable(name)));
    return access;
  }

  private String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new ArchiveRefused(
          Path.of(mapping.file()),
          "jdbc",
          0,
          "the environment variable %s is not set".formatted(name),
          "set it");
    }
    return value;
  }

  private String sql(Wanted wanted) {
    String inner = query.sql().strip().replaceFirst(";\\s*$", "");
    boolean from = wanted.since().isPresent() && wanted.sinceColumn().isPresent();
    return from
        ? "select * from (%s) demur_source where %s >= ?"
            .formatted(inner, quoted(wanted.sinceColumn().orElseThrow()))
        : inner;
  }

  /// Quoted only when it must be, so that databases may fold its case as they like.
  private static String quoted(String column) {
    return column.matches("[A-Za-z_][A-Za-z0-9_]*")
        ? column
        : "\"" + column.replace("\"", "\"\"") + "\"";
  }

  private Object parameter(Watermark since) {
    return switch (since) {
      case Watermark.Time(Instant instant, boolean zoned) -> {
        OffsetDateTime from = instant.minus(query.overlap()).atOffset(ZoneOffset.UTC);
        yield zoned ? from : from.toLocalDateTime();
      }
      case Watermark.Count(java.math.BigDecimal number) -> number;
    };
  }

  private void read(ResultSet results, Wanted wanted, Rows rows) throws SQLException {
    ResultSetMetaData meta = results.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnLabel(i));
    }
    int[] places = new int[wanted.columns().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(wanted.columns().get(i), columns);
    }
    int since = wanted.sinceColumn().isEmpty() ? 0 : place(wanted.sinceColumn().get(), columns);
    int number = 0;
    while (results.next()) {
      number++;
      @Nullable String[] values = new String[places.length];
      for (int i = 0; i < places.length; i++) {
        values[i] = text(results, meta, places[i]);
      }
      Optional<Watermark> mark =
          since == 0 ? Optional.empty() : Watermark.of(value(results, meta, since));
      rows.row(number, values, mark);
    }
  }

  private static int place(String column, List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(column)) {
        return i + 1;
      }
    }
    throw new RowSource.MissingColumn(column, columns);
  }

  /// Times as ISO 8601, with their zone where they have one; everything else as the driver says.
  private static @Nullable String text(ResultSet results, ResultSetMetaData meta, int column)
      throws SQLException {
    Object value = value(results, meta, column);
    return switch (value) {
      case null -> null;
      case OffsetDateTime time -> time.toInstant().toString();
      case LocalDateTime time -> time.toString();
      default -> results.getString(column);
    };
  }

  private static @Nullable Object value(ResultSet results, ResultSetMetaData meta, int column)
      throws SQLException {
    boolean zoned =
        meta.getColumnType(column) == Types.TIMESTAMP_WITH_TIMEZONE
            || meta.getColumnTypeName(column).equalsIgnoreCase("timestamptz");
    if (zoned) {
      return results.getObject(column, OffsetDateTime.class);
    }
    if (meta.getColumnType(column) == Types.TIMESTAMP) {
      return results.getObject(column, LocalDateTime.class);
    }
    return results.getObject(column);
  }
}
