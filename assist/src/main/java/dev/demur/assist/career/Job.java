package dev.demur.assist.career;

import java.util.List;
import java.util.Optional;

/// A job to be filled. Files: `docs/reference/job-file.md`.
///
/// @param country where it is, ISO 3166-1 alpha-2; empty means nobody said
/// @param location a town or region
/// @param skills each a name; they are looked up as they stand
/// @param requirements one demand each
/// @param text what it is about; its sentences are looked at as demands, too
public record Job(
    String id,
    String title,
    Optional<String> company,
    Optional<String> country,
    Optional<String> location,
    List<String> skills,
    List<String> requirements,
    String text) {
  public Job {
    skills = List.copyOf(skills);
    requirements = List.copyOf(requirements);
  }

  /// A job of which only this much is known.
  public Job(String id, String title, String text) {
    this(
        id,
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        text);
  }

  /// Title, demands, skills and text, a line each.
  public String whole() {
    StringBuilder whole = new StringBuilder(title);
    requirements.forEach(line -> whole.append('\n').append(line));
    skills.forEach(skill -> whole.append('\n').append(skill));
    return whole.append('\n').append(text).toString();
  }
}
