package dev.demur.server;

import dev.demur.server.ConsolePage.Part;
import java.util.List;

/// The objections that await an answer, the most urgent first, and those decided.
public record QueuePage(List<Row> open, Part decided) {
  public QueuePage {
    open = List.copyOf(open);
  }

  /// One case with its clock.
  public record Row(String id, String filedAt, String covers, String due, String left) {}
}
