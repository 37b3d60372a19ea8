package dev.demur.archive;

import dev.demur.model.MemberId;
import java.util.List;

/// What an import did, beside the records it handed on.
///
/// @param kinds what the archive held: `linkedin`, `x`, …; more than one for a mixed archive
/// @param records how many records were handed on
public record ImportReport(
    MemberId holder,
    List<String> kinds,
    long records,
    List<Skipped> skipped,
    List<RefusedEntry> refused,
    List<Note> notes) {

  public ImportReport {
    kinds = List.copyOf(kinds);
    skipped = List.copyOf(skipped);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }
}
