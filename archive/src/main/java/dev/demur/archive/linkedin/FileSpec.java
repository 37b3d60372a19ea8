package dev.demur.archive.linkedin;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One table of the export.
///
/// @param name the logical file, the same in every export, e.g. `Shares.csv`
/// @param names every base name it has had, normalised by [#plainName]
/// @param required columns without which its rows mean nothing, normalised by [#plain]
/// @param signature columns that give the file away whatever it is called; empty when none do
/// @param rows turns one row into records
record FileSpec(
    String name,
    Set<String> names,
    Set<String> required,
    Set<String> signature,
    Consumer<Row> rows) {

  /// A table that its columns give away.
  static FileSpec telling(String name, List<String> required, Consumer<Row> rows, String... older) {
    return of(name, required, required, rows, older);
  }

  /// A table that is known by its file name only, because others look the same.
  static FileSpec named(String name, List<String> required, Consumer<Row> rows, String... older) {
    return of(name, required, List.of(), rows, older);
  }

  /// A table that looks like others by its required columns and unlike them by its signature.
  static FileSpec of(
      String name,
      List<String> required,
      List<String> signature,
      Consumer<Row> rows,
      String... older) {
    Set<String> names =
        Stream.concat(Stream.of(name), Stream.of(older))
            .map(FileSpec::plainName)
            .collect(Collectors.toUnmodifiableSet());
    return new FileSpec(name, names, plain(required), plain(signature), rows);
  }

  private static Set<String> plain(List<String> columns) {
    return columns.stream().map(FileSpec::plain).collect(Collectors.toUnmodifiableSet());
  }

  /// A file's name without folders, extension, copy number, member id and part number.
  static String plainName(String fileName) {
    String base = fileName.substring(fileName.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String stem = base.endsWith(".csv") ? base.substring(0, base.length() - 4) : base;
    String bare = stem.replaceAll("\\s*\\(\\d{1,3}\\)$", "").replaceAll("([-_]\\d+)+$", "");
    return plain(bare);
  }

  /// A column's name for comparing: lower case, no space, underscore or quote.
  static String plain(String column) {
    var plain = new StringBuilder(column.length());
    for (int i = 0; i < column.length(); i++) {
      char c = column.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '_' && c != '"') {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }
}
