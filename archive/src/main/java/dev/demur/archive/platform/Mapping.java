package dev.demur.archive.platform;

import dev.demur.model.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/// How the rows of a platform's table become records; `docs/reference/platform-records.md` has the
/// file format.
///
/// @param file where it was read from, for messages
/// @param source the table's lasting name: part of the identity of its records
/// @param delimiter of CSV files
/// @param id the columns that together tell a row from every other; none means all of the record
/// @param author empty means the member
/// @param places where in the mapping file each column is named
public record Mapping(
    String file,
    String source,
    char delimiter,
    Optional<Query> query,
    String member,
    List<String> id,
    CategoryRule category,
    Optional<String> author,
    Optional<People> about,
    Optional<People> mentions,
    Optional<When> createdAt,
    SortedMap<String, String> fields,
    Map<String, Place> places) {

  public Mapping {
    id = List.copyOf(id);
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /// Reads a mapping file.
  ///
  /// @throws dev.demur.program.ProgramException with everything that is wrong with it
  public static Mapping load(Path file) {
    return MappingReader.load(file);
  }

  /// Reads a mapping.
  ///
  /// @param file its name, for messages
  public static Mapping parse(String file, String yaml) {
    return MappingReader.parse(file, yaml);
  }

  /// What category a row is of.
  sealed interface CategoryRule {
    /// Always the same.
    record Always(Category category) implements CategoryRule {}

    /// As the value of a column says.
    ///
    /// @param values what each value of the column means; empty means to leave the row out
    record ByColumn(String column, Map<String, Optional<Category>> values) implements CategoryRule {
      public ByColumn {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      }
    }
  }

  /// A column that names people.
  ///
  /// @param separator what stands between them; empty when there is one at most
  record People(String column, String separator) {}

  /// A column that holds a time.
  ///
  /// @param pattern empty means ISO 8601
  /// @param zone of times that have none of their own
  record When(String column, Optional<String> pattern, Optional<ZoneId> zone) {}

  /// A query of a database.
  ///
  /// @param userVariable the environment variable that holds the user's name
  /// @param since the column that grows with each change
  /// @param overlap how much of what was read is read again, for changes that were committed late
  record Query(
      String url,
      Optional<String> userVariable,
      Optional<String> passwordVariable,
      String sql,
      Optional<String> since,
      Duration overlap) {}

  /// Where in the mapping file something stands.
  record Place(String path, Node node) {}
}
