package dev.demur.assist.ground;

import dev.demur.model.RecordId;

/// Where a member's own records say what a suggestion states.
///
/// @param field the record's field, see [dev.demur.model.Fields]
/// @param quote the words of the suggestion that it backs
public record Evidence(RecordId record, String field, String quote) {
  /// Place only: the quote is the member's.
  @Override
  public String toString() {
    return "Evidence[%s, %s]".formatted(record, field);
  }
}
