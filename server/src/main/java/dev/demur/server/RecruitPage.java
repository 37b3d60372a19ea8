package dev.demur.server;

import dev.demur.assist.career.Requirement;
import java.util.List;

/// Members for a job, of those who may be found, with what their records say to each demand.
///
/// @param asked whether this answers a search
/// @param problem what must be mended first; empty if nothing
/// @param shown how many there are before those left out by what they must show
public record RecruitPage(
    Asked search, boolean asked, String problem, int shown, List<Found> members) {
  /// What was searched for, as it was typed.
  ///
  /// @param requirements one a line
  /// @param must whether members must show everything that is asked
  public record Asked(
      String title, String country, String skills, String requirements, boolean must) {
    static Asked nothing() {
      return new Asked("", "", "", "", false);
    }
  }

  /// One member.
  ///
  /// @param percent of what the job names, how much the records say
  public record Found(
      String member,
      int percent,
      List<String> because,
      List<String> missing,
      List<Requirement> lines) {}
}
