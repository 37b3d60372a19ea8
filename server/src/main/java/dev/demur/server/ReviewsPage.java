package dev.demur.server;

import java.util.List;

/// The records that wait for a person.
///
/// @param all how many there are, of which the first are shown
public record ReviewsPage(List<Row> open, int all) {
  public ReviewsPage {
    open = List.copyOf(open);
  }

  /// One record, and because of which words it waits.
  public record Row(String record, String category, String special, String words) {}
}
