package dev.demur.ledger;

import java.util.Optional;
import java.util.function.Function;

/// Reads rows back, those whose key still exists.
final class Opening {
  private Opening() {}

  /// Salt and text of a row that is known to be readable.
  static Sealing.Opened open(EntryTable.Row row, Function<String, Optional<Subject>> subjects) {
    String reference = row.subject();
    if (reference == null) {
      return Sealing.split(row.payload());
    }
    Subject subject =
        subjects
            .apply(reference)
            .orElseThrow(() ->
                new LedgerException(
                    "ledger entry %d was erased and can no longer be read"
                        .formatted(row.position())));
    return Sealing.open(subject.secret(), reference, row.position(), row.payload());
  }

  /// An entry of the operator's own.
  static Recorded recorded(EntryTable.Row row) {
    return recorded(row, Sealing.split(row.payload()));
  }

  static Recorded recorded(EntryTable.Row row, Subject subject) {
    Sealing.Opened opened =
        Sealing.open(subject.secret(), subject.reference(), row.position(), row.payload());
    return recorded(row, opened);
  }

  private static Recorded recorded(EntryTable.Row row, Sealing.Opened opened) {
    Statement statement = Statement.parse(opened.json());
    return new Recorded(
        row.position(), statement.happenedAt(), statement.learntAt(), statement.event());
  }
}
