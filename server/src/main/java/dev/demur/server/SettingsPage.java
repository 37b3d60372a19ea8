package dev.demur.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The member's setting, objections and history.
///
/// @param title the setting's name in the program's own words
/// @param language of title and explanations, which are the program's
/// @param explanation paragraph by paragraph
/// @param effect what the present state means, in one sentence
public record SettingsPage(
    String title,
    List<String> explanation,
    String language,
    boolean on,
    String effect,
    List<String> objectionText,
    List<CaseRow> cases,
    List<HistoryRow> history,
    @Nullable Notice notice) {

  /// The program's notice, until the member says to have read it.
  public record Notice(String language, String title, List<String> text) {}

  /// One objection, in words.
  public record CaseRow(String id, String filedAt, String covers, String state, String due) {}

  /// One thing the ledger holds about the member.
  public record HistoryRow(long position, String at, String what) {}
}
