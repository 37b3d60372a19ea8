package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A member's conversations as Facebook and Instagram hand them out: a folder each, newest message
/// first.
final class MetaConversations {
  private MetaConversations() {}

  /// @param folder of the member's activity, ending in a slash
  /// @param name how the platform calls somebody's folder, before the number
  static List<ArchiveFile> files(String folder, Feed feed, Function<Person, String> name) {
    List<ArchiveFile> files = new ArrayList<>();
    for (Feed.Conversation conversation : feed.conversations()) {
      Person other = conversation.other();
      String thread = name.apply(other) + "_" + other.name().number();
      files.add(file(folder, thread, feed.person(), conversation));
    }
    return files;
  }

  private static ArchiveFile file(
      String folder, String thread, Person person, Feed.Conversation conversation) {
    Person other = conversation.other();
    var rows = new Page.Rows();
    List<Json> messages = new ArrayList<>();
    for (Feed.Message message : conversation.messages().reversed()) {
      rows.add(Category.PRIVATE_MESSAGE, message.text());
      messages.add(message(message.own() ? person : other, message));
    }
    Json talk =
        Json.mangled()
            .put("participants", List.of(participant(other), participant(person)))
            .put("messages", messages)
            .put("title", other.name().full())
            .put("is_still_participant", true)
            .put("thread_path", "inbox/" + thread);
    return rows.page(folder + "messages/inbox/" + thread + "/message_1.json", talk.toString());
  }

  private static Json message(Person sender, Feed.Message message) {
    return Json.mangled()
        .put("sender_name", sender.name().full())
        .put("timestamp_ms", message.at().toEpochMilli())
        .put("content", message.text())
        .put("is_geoblocked_for_viewer", false);
  }

  private static Json participant(Person person) {
    return Json.mangled().put("name", person.name().full());
  }
}
