package dev.demur.archive;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.util.List;

/// Everything one archive holds.
///
/// @param holder the member whose archive it is
/// @param records in the order of their ids; no two have the same id
/// @param skipped entries with nothing to import
/// @param refused entries and rows that should have been imported and could not be
/// @param notes what else a reader of the import report should know
public record ImportResult(
    MemberId holder,
    List<MemberRecord> records,
    List<Skipped> skipped,
    List<RefusedEntry> refused,
    List<Note> notes) {

  public ImportResult {
    records = List.copyOf(records);
    skipped = List.copyOf(skipped);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }
}
