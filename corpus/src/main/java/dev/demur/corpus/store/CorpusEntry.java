package dev.demur.corpus.store;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of one record for one purpose: in the corpus, or left out and why.
///
/// @param member the holder
/// @param clause the clause of the program that decided, see [dev.demur.model.Decision#clause]
/// @param inputs digest of what the holder's texts were made from, so that they need not be made
///   again while it stays the same; empty in tables of earlier builds
public record CorpusEntry(
    MemberId member,
    RecordId record,
    Purpose purpose,
    Category category,
    Optional<Instant> createdAt,
    String clause,
    String inputs,
    Outcome outcome) {

  /// In or out.
  public sealed interface Outcome {}

  /// In the corpus.
  ///
  /// @param text what a language model reads, redacted; empty for rows of structured facts
  /// @param fields the redacted fields by canonical name
  public record In(String text, SortedMap<String, String> fields) implements Outcome {
    public In {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// Size only: it holds member data, which does not belong in logs.
    @Override
    public String toString() {
      return "In[" + text.length() + " characters]";
    }
  }

  /// Left out.
  ///
  /// @param reason the code of a [dev.demur.model.Reason], or one of the derivation's own
  public record Out(String reason) implements Outcome {}

  /// The row it gives to the corpus; empty when it was left out.
  public Optional<CorpusRow> row() {
    return switch (outcome) {
      case In(var text, var fields) ->
          Optional.of(new CorpusRow(member, record, purpose, category, createdAt, text, fields));
      case Out _ -> Optional.empty();
    };
  }
}
