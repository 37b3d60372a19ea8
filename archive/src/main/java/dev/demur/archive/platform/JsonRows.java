package dev.demur.archive.platform;

import dev.demur.archive.ArchiveRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// JSON Lines as a table: a column is a key, or keys joined by dots for objects inside objects. A
/// list of texts is one value, its items joined by a comma.
final class JsonRows implements RowSource {
  private final Path file;

  JsonRows(Path file) {
    this.file = file;
  }

  @Override
  public void read(Wanted wanted, Rows rows, LongConsumer bytes) {
    Map<String, Integer> places = new HashMap<>();
    List<String> columns = wanted.columns();
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i), i);
    }
    try (var lines = new Lines(file)) {
      while (lines.next()) {
        bytes.accept(lines.bytes());
        if (lines.isTooLong()) {
          rows.broken(lines.number(), "longer than %d bytes".formatted(Lines.MAX_LINE_BYTES));
        } else if (!lines.isBlank()) {
          take(lines, places, rows);
        }
      }
    } catch (IOException e) {
      throw new ArchiveRefused(file, "", 0, "cannot be read: " + e.getClass().getSimpleName(), "");
    }
  }

  private static void take(Lines line, Map<String, Integer> places, Rows rows) {
    @Nullable String[] values = new String[places.size()];
    try (JsonParser json = Json.parser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        rows.broken(line.number(), "the line: found no object, expected one JSON object");
        return;
      }
      object(json, "", places, values);
      if (json.nextToken() != null) {
        rows.broken(line.number(), "the line: found more than one value, expected one");
        return;
      }
    } catch (JacksonException e) {
      rows.broken(line.number(), "not one JSON object (%s)".formatted(RecordFile.where(e)));
      return;
    }
    rows.row(line.number(), values, Optional.empty());
  }

  private static void object(
      JsonParser json, String prefix, Map<String, Integer> places, @Nullable String[] values) {
    for (String key = json.nextName(); key != null; key = json.nextName()) {
      JsonToken token = json.nextToken();
      String path = prefix.isEmpty() ? key : prefix + "." + key;
      Integer place = places.get(path);
      if (place != null && token == JsonToken.START_ARRAY) {
        values[place] = list(json);
      } else if (token == JsonToken.START_OBJECT) {
        object(json, path, places, values);
      } else if (token == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else if (place != null && token != JsonToken.VALUE_NULL) {
        values[place] = json.getString();
      }
    }
  }

  private static String list(JsonParser json) {
    var items = new StringJoiner(",");
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token.isScalarValue()) {
        items.add(json.getString());
      } else {
        json.skipChildren();
      }
    }
    return items.toString();
  }
}
