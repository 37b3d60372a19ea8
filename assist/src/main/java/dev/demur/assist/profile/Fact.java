package dev.demur.assist.profile;

import dev.demur.model.RecordId;
import dev.demur.trace.Words;
import java.util.Collections;
import java.util.List;

/// One thing a member's own record says about the member.
///
/// @param text as the record says it; for [FactKind#EXPERIENCE] as counted
/// @param words the folded words of the text
/// @param record where it stands
/// @param field the record's field, see [dev.demur.model.Fields]
public record Fact(FactKind kind, String text, List<String> words, RecordId record, String field) {
  public Fact {
    words = List.copyOf(words);
  }

  static Fact of(FactKind kind, String text, RecordId record, String field) {
    return new Fact(kind, text, Words.of(text).list(), record, field);
  }

  /// Whether the text has these folded words, one behind the other.
  public boolean says(List<String> phrase) {
    return Collections.indexOfSubList(words, phrase) >= 0;
  }

  /// Kind and size only: the text is the member's.
  @Override
  public String toString() {
    return "Fact[%s, %d characters]".formatted(kind, text.length());
  }
}
