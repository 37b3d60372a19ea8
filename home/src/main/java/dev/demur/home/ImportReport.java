package dev.demur.home;

import dev.demur.corpus.store.Intake;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import took and what it left out.
///
/// @param members whose records were taken
/// @param facts how many facts were new
/// @param archives taken, by kind: `linkedin`, `platform`, …
/// @param kinds records taken, by kind of archive
/// @param records taken, by category; a record that stands in a source twice counts once
/// @param changes how many of them were new
/// @param skipped the first of the entries left out; their number is the sum of `skippedBecause`
/// @param skippedBecause how many entries were left out, by reason
public record ImportReport(
    long members,
    long facts,
    SortedMap<String, Long> archives,
    SortedMap<String, Long> kinds,
    SortedMap<String, Long> records,
    Changes changes,
    List<SkippedEntry> skipped,
    SortedMap<String, Long> skippedBecause,
    List<Refusal> refused) {
  public ImportReport {
    archives = Collections.unmodifiableSortedMap(new TreeMap<>(archives));
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    skipped = List.copyOf(skipped);
    skippedBecause = Collections.unmodifiableSortedMap(new TreeMap<>(skippedBecause));
    refused = List.copyOf(refused);
  }

  /// How many records were taken.
  public long recordCount() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  /// How many entries were left out.
  public long skippedCount() {
    return skippedBecause.values().stream().mapToLong(Long::longValue).sum();
  }

  /// What became of the records taken.
  ///
  /// @param fresh not stored before
  /// @param changed took the place of what was stored
  /// @param same stored already
  public record Changes(long fresh, long changed, long same) {
    static Changes of(Intake intake) {
      return new Changes(intake.fresh(), intake.changed(), intake.same());
    }
  }

  /// An entry with nothing to import.
  public record SkippedEntry(String path, String entry, String reason) {}

  /// Something that should have been imported and could not be.
  ///
  /// @param entry empty when the whole archive is refused
  /// @param line 0 where lines mean nothing
  /// @param reason what is wrong, and what to do
  public record Refusal(String path, String entry, int line, String reason) {}
}
