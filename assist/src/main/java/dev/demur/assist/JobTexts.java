package dev.demur.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Job descriptions from a title and notes.
final class JobTexts {
  private static final String VOWELS = "aeiou";

  private JobTexts() {}

  /// @param notes one duty or demand each
  /// @param skills what enough members in such a job know; may be empty
  static Draft of(String title, List<String> notes, List<String> skills) {
    String article = VOWELS.indexOf(title.toLowerCase(Locale.ROOT).charAt(0)) < 0 ? "a" : "an";
    List<String> lines = new ArrayList<>();
    lines.add("We are looking for %s %s.".formatted(article, title));
    if (!notes.isEmpty()) {
      lines.add("What it is about:");
      notes.forEach(note -> lines.add("- " + note));
    }
    if (!skills.isEmpty()) {
      lines.add("People in this job often know: " + String.join(", ", skills) + ".");
    }
    return new Draft(skills.isEmpty() ? Origin.GIVEN : Origin.PATTERN, String.join("\n", lines));
  }
}
