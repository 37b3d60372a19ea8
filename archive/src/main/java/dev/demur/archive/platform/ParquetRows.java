package dev.demur.archive.platform;

import dev.demur.archive.ArchiveRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.LongConsumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// A Parquet file as a table, one row group at a time. Only the wanted columns are read.
///
/// A column of times is ISO 8601 text, a list of texts is one value, its items joined by a comma.
final class ParquetRows implements RowSource {
  private static final long MILLIS = 1_000;
  private static final long MICROS = 1_000_000;
  private static final long NANOS = 1_000_000_000;

  private final Path file;

  ParquetRows(Path file) {
    this.file = file;
  }

  @Override
  public void read(Wanted wanted, Rows rows, LongConsumer bytes) {
    try (var reader =
        ParquetFileReader.open(new LocalInputFile(file), ParquetReadOptions.builder().build())) {
      MessageType schema = projection(reader.getFileMetaData().getSchema(), wanted.columns());
      reader.setRequestedSchema(schema);
      var columns = new ColumnIOFactory().getColumnIO(schema);
      int number = 0;
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            columns.getRecordReader(group, new GroupRecordConverter(schema));
        for (long left = group.getRowCount(); left > 0; left--) {
          number++;
          rows.row(number, values(records.read(), wanted.columns()), Optional.empty());
        }
      }
    } catch (IOException e) {
      throw new ArchiveRefused(file, "", 0, "cannot be read: " + e.getClass().getSimpleName(), "");
    } catch (MissingColumn e) {
      throw e;
    } catch (RuntimeException e) {
      // The Parquet library throws many kinds on damaged files, all of them unchecked.
      throw new ArchiveRefused(
          file, "", 0, "is no sound Parquet file (%s)".formatted(e.getClass().getSimpleName()), "");
    }
  }

  private static MessageType projection(MessageType schema, List<String> wanted) {
    List<String> known = schema.getFields().stream().map(Type::getName).toList();
    List<Type> types = new ArrayList<>();
    for (String column : wanted) {
      if (!known.contains(column)) {
        throw new MissingColumn(column, known);
      }
      types.add(schema.getType(column));
    }
    return new MessageType(schema.getName(), types);
  }

  private static @Nullable String[] values(Group row, List<String> columns) {
    @Nullable String[] values = new String[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getFieldRepetitionCount(i) == 0 ? null : value(row, i);
    }
    return values;
  }

  private static @Nullable String value(Group row, int field) {
    Type type = row.getType().getType(field);
    if (type.isPrimitive()) {
      return row.getFieldRepetitionCount(field) == 1
          ? text(row, field, 0, type.asPrimitiveType())
          : joined(row, field, type.asPrimitiveType());
    }
    return list(row.getGroup(field, 0));
  }

  private static String joined(Group row, int field, PrimitiveType type) {
    var items = new StringJoiner(",");
    for (int i = 0; i < row.getFieldRepetitionCount(field); i++) {
      items.add(text(row, field, i, type));
    }
    return items.toString();
  }

  /// The three-level lists of the Parquet format, and the two-level ones of older writers.
  private static @Nullable String list(Group list) {
    GroupType type = list.getType();
    if (type.getFieldCount() != 1) {
      return null;
    }
    if (type.getType(0).isPrimitive()) {
      return joined(list, 0, type.getType(0).asPrimitiveType());
    }
    var items = new StringJoiner(",");
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      Group item = list.getGroup(0, i);
      Type element = item.getType().getType(0);
      if (element.isPrimitive() && item.getFieldRepetitionCount(0) == 1) {
        items.add(text(item, 0, 0, element.asPrimitiveType()));
      }
    }
    return items.toString();
  }

  private static String text(Group row, int field, int index, PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (logical) {
      case TimestampLogicalTypeAnnotation time -> time(row.getLong(field, index), time);
      case DateLogicalTypeAnnotation _ ->
          LocalDate.ofEpochDay(row.getInteger(field, index)).toString();
      case null, default -> plain(row, field, index, type);
    };
  }

  private static String plain(Group row, int field, int index, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY -> row.getBinary(field, index).toStringUsingUTF8();
      default -> row.getValueToString(field, index);
    };
  }

  private static String time(long value, TimestampLogicalTypeAnnotation type) {
    long unit =
        switch (type.getUnit()) {
          case MILLIS -> MILLIS;
          case MICROS -> MICROS;
          case NANOS -> NANOS;
        };
    Instant instant =
        Instant.ofEpochSecond(
            Math.floorDiv(value, unit), Math.floorMod(value, unit) * (NANOS / unit));
    return type.isAdjustedToUTC()
        ? instant.toString()
        : instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
  }
}
