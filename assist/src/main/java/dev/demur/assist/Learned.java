package dev.demur.assist;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.pattern.Patterns;
import dev.demur.trace.TraceIndex;
import java.util.Optional;

/// Everything that suggestions take from members' data, replaced as one when the data changes.
///
/// @param trace the index that says who wrote what
/// @param model the merged model; empty while there is none, then patterns and facts do the work
/// @param patterns wording of many members
/// @param terms names of titles, organisations, schools and skills; they only hold text back
public record Learned(
    TraceIndex trace, Optional<LanguageModel> model, Patterns patterns, Terms terms) {
  /// Nothing learned: suggestions come from the member's own facts.
  public static Learned nothing() {
    return new Learned(new TraceIndex(), Optional.empty(), Patterns.none(), Terms.none());
  }
}
