package dev.demur.server;

import dev.demur.assist.career.Requirement;
import dev.demur.assist.career.Step;
import java.util.List;

/// Jobs that suit a member, and why.
///
/// @param words that titles must have
/// @param skill that jobs must name; empty means any
/// @param facets skills that the jobs name, with the number of jobs
/// @param found how many there are before those shown
/// @param steps where careers like the member's lead
public record JobsPage(
    String words, String skill, List<Facet> facets, int found, List<Found> jobs, List<Step> steps) {
  /// A skill that jobs can be narrowed to.
  public record Facet(String skill, int jobs, String href, boolean chosen) {}

  /// One job.
  ///
  /// @param place where it is; may be empty
  /// @param percent of what it names, how much the member's records say
  public record Found(
      String title,
      String place,
      int percent,
      List<String> because,
      List<String> missing,
      List<Requirement> lines) {}
}
