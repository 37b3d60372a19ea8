package dev.demur.assist.career;

import java.util.List;

/// A job that members took up after one that the member holds or held.
///
/// @param from the member's job
/// @param title the next one, in lower case
/// @param members how many took it up after the first
/// @param skills what enough members in the next job know and the member's records say
/// @param gaps what enough members in the next job know and the member's records do not say
public record Step(
    String from, String title, long members, List<String> skills, List<String> gaps) {
  public Step {
    skills = List.copyOf(skills);
    gaps = List.copyOf(gaps);
  }
}
