package dev.demur.archive.meta;

import dev.demur.archive.json.Json;
import dev.demur.model.MemberId;
import java.util.List;

/// Who takes part in the conversation of one file. Every message asks, and all have one answer.
final class Conversation {
  private Json list = Json.Absent.VALUE;
  private List<MemberId> others = List.of();

  /// Everybody but the holder, in the order of the file.
  @SuppressWarnings("ReferenceEquality") // the very list: comparing it would cost what is saved
  List<MemberId> others(MetaItem item) {
    Json now = item.item().around("participants");
    if (now != list) {
      list = now;
      others =
          MetaItem.each(now)
              .flatMap(p -> item.person(p.text().or(() -> p.text("name"))).stream())
              .filter(p -> !p.equals(item.holder()))
              .distinct()
              .toList();
    }
    return others;
  }
}
