package dev.demur.server;

import dev.demur.assist.career.Fit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Suggestions to review, change and decide on.
///
/// @param typed what the member wrote so far
/// @param category what it is, see [#CATEGORIES]
/// @param fit what the job that a résumé is for asks for; or null
/// @param message why there is no suggestion; or null
public record WritePage(
    String typed,
    String category,
    List<Shown> suggestions,
    @Nullable Fit fit,
    @Nullable String message) {
  /// What can be written, by category.
  public static final List<Option> CATEGORIES =
      List.of(
          new Option("content.post", "A post"),
          new Option("profile.summary", "Your about text"),
          new Option("profile.headline", "Your headline"),
          new Option("private-message.message", "A message"));

  public static final List<Option> TONES =
      List.of(
          new Option("plain", "Plain"),
          new Option("warm", "Warm"),
          new Option("confident", "Confident"));

  public static final List<Option> OCCASIONS =
      List.of(
          new Option("connect", "Ask to connect"),
          new Option("follow-up", "Follow up"),
          new Option("outreach", "Reach out about a job"));

  /// One line of a list to choose from.
  public record Option(String code, String label) {}

  /// One suggestion.
  ///
  /// @param title what it is
  /// @param text whole: what was typed and what was added
  /// @param typed how much of it was typed, in UTF-16 units
  /// @param now what it would replace; empty where there is nothing
  /// @param source where its words come from
  /// @param evidence where the member's records say what it states
  /// @param shared stretches of it that many members write
  public record Shown(
      String id,
      String title,
      String text,
      int typed,
      String now,
      String source,
      List<String> evidence,
      List<String> shared) {
    public String before() {
      return text.substring(0, typed);
    }

    public String added() {
      return text.substring(typed);
    }

    public int rows() {
      return Math.clamp(text.length() / 70 + text.lines().count(), 2, 18);
    }
  }
}
