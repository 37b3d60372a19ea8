package dev.demur.server;

import java.util.List;

/// What is held about a member and where it was used.
public record HeldPage(
    String summary, List<CategoryRow> categories, String models, List<ItemRow> items) {

  /// One kind of data.
  public record CategoryRow(String category, long held, long used, String reasons) {}

  /// One record with its answer.
  ///
  /// @param deletable whether it has not been deleted yet
  public record ItemRow(
      String record,
      String category,
      String createdAt,
      String excerpt,
      boolean permitted,
      String answer,
      String clause,
      boolean deletable) {}
}
