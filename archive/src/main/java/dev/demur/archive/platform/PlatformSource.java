package dev.demur.archive.platform;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Records of many members, from the platform itself.
public interface PlatformSource {
  /// The name that stands in reports: the file, or the source of the mapping.
  String name();

  /// What identifies the source over imports; empty where nothing is kept about it.
  default Optional<String> incrementalName() {
    return Optional.empty();
  }

  /// Hands on every record, in memory that does not grow with the source. A row that is wrong is
  /// reported and left out.
  ///
  /// @param since where an earlier import ended; empty means from the beginning
  /// @throws dev.demur.archive.ArchiveRefused when nothing of it can be read
  PlatformReport read(Sink sink, Optional<Watermark> since);

  /// Where records go.
  ///
  /// @param records takes each record
  /// @param marks takes, for sources that are read from where the last import ended, how far each
  ///   member's rows go
  /// @param bytes takes how many bytes of a file have been read
  record Sink(Consumer<MemberRecord> records, Marks marks, LongConsumer bytes) {}

  /// Takes how far a member's rows go.
  @FunctionalInterface
  interface Marks {
    void at(MemberId member, Watermark mark);
  }

  /// Whether a file is the platform's rather than a member's archive.
  static boolean isRecordFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  /// A file of records as `docs/reference/platform-records.md` says.
  static PlatformSource records(Path jsonLines) {
    return new RecordFile(jsonLines);
  }

  /// A table in a file, by its ending: `.csv`, `.jsonl`, `.ndjson` or `.parquet`.
  static PlatformSource mapped(Mapping mapping, Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    RowSource rows;
    if (isRecordFile(file)) {
      rows = new JsonRows(file);
    } else if (name.endsWith(".parquet")) {
      rows = new ParquetRows(file);
    } else {
      rows = new CsvRows(file, mapping.delimiter());
    }
    return new MappedSource(mapping, file.toString(), rows);
  }

  /// The query of a mapping.
  ///
  /// @throws IllegalArgumentException when the mapping has none
  static PlatformSource query(Mapping mapping) {
    Mapping.Query query =
        mapping
            .query()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s has no section jdbc; give it files to read".formatted(mapping.file())));
    return new MappedSource(mapping, mapping.source(), new QueryRows(mapping, query));
  }
}
