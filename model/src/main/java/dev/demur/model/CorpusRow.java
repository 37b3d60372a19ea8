package dev.demur.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One row of the corpus: what one permitted record gives to training, redacted.
///
/// @param member the author, whose archive the record is from
/// @param purpose what the row may be trained on for
/// @param text what a language model reads; empty for rows of structured facts only
/// @param fields the redacted fields by canonical name, see [Fields]
public record CorpusRow(
    MemberId member,
    RecordId record,
    Purpose purpose,
    Category category,
    Optional<Instant> createdAt,
    String text,
    SortedMap<String, String> fields) {

  public CorpusRow {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /// Id and size only: a row holds member data, which does not belong in logs.
  @Override
  public String toString() {
    return "CorpusRow[" + record + ", " + category + ", " + text.length() + " characters]";
  }
}
