package dev.demur.assist.vendor;

import java.util.List;

/// What a vendor is asked to write.
///
/// @param task in one sentence
/// @param facts what may be stated, a line each; nothing else of the member's goes out
/// @param drafts how many texts are wanted
public record Commission(String task, List<String> facts, int drafts) {
  /// Stands on a line of its own between two drafts.
  static final String BETWEEN = "---";

  public Commission {
    facts = List.copyOf(facts);
  }

  String rules() {
    return """
    You write for a member of a professional network, in the first person where a person speaks.
    State nothing but the facts given: no other number, name, organisation, title, skill or date.
    Answer with the texts alone, without headings, with a line "%s" between two texts.\
    """
        .formatted(BETWEEN);
  }

  String request() {
    return "%s%nTexts wanted: %d%nFacts:%n%s".formatted(task, drafts, String.join("\n", facts));
  }

  /// Size only: it holds member data, which does not belong in logs.
  @Override
  public String toString() {
    return "Commission[%d facts, %d drafts]".formatted(facts.size(), drafts);
  }
}
