package dev.demur.assist.career;

import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.profile.Fact;
import dev.demur.model.RecordId;
import dev.demur.trace.Words;
import java.util.Collections;
import java.util.List;

/// Where a member's own records say something that a job names.
///
/// @param term as the job names it
/// @param field the record's field, see [dev.demur.model.Fields]
/// @param sentence of the record that says it
public record Proof(String term, RecordId record, String field, String sentence) {

  static Proof of(String term, Fact fact) {
    return new Proof(term, fact.record(), fact.field(), sentence(term, fact));
  }

  /// A name of a thing is told whole.
  private static String sentence(String term, Fact fact) {
    if (fact.kind().isTerm()) {
      return fact.text();
    }
    List<String> phrase = Words.of(term).list();
    return Sentences.of(fact.text()).stream()
        .filter(one -> Collections.indexOfSubList(Words.of(one).list(), phrase) >= 0)
        .findFirst()
        .orElse(fact.text());
  }

  /// Place only: the sentence is the member's.
  @Override
  public String toString() {
    return "Proof[%s, %s]".formatted(record, field);
  }
}
