package dev.demur.home;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import took and what it left out.
///
/// @param members whose archives were taken
/// @param facts how many facts were new
/// @param records taken, by category
public record ImportReport(
    long members,
    long facts,
    SortedMap<String, Long> records,
    List<SkippedEntry> skipped,
    List<Refusal> refused) {
  public ImportReport {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    skipped = List.copyOf(skipped);
    refused = List.copyOf(refused);
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
