package dev.demur.archive.meta;

import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Epoch;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Source;
import java.util.List;
import java.util.Optional;

/// Private messages: who, when, to whom; not what.
final class Messages {
  /// The logical file of all conversations: a folder's name would name people.
  private static final String FILE = "message.json";

  private static final List<String> FILE_LISTS =
      List.of("photos", "videos", "audio_files", "files", "gifs", "media");

  private Messages() {}

  static void message(MetaItem item) {
    Json message = item.value();
    Optional<String> raw = message.text("timestamp_ms").or(() -> message.text("timestamp"));
    Optional<MemberId> sender =
        item.person(message.text("sender_name").or(() -> message.text("senderName")));
    List<MemberId> others =
        item.conversation().others(item).stream()
            .filter(p -> !sender.equals(Optional.of(p)))
            .toList();
    var source = new Source(item.platform().code(), FILE, item.item().line());
    item.emit(
        new RecordDraft(item.holder(), source, Category.PRIVATE_MESSAGE)
            .author(sender)
            .mentions(others)
            .at(raw.flatMap(Epoch::parse))
            .put(Fields.KIND, kind(message))
            .key(
                List.of(
                    item.place().thread(),
                    raw.orElse(""),
                    sender.map(MemberId::value).orElse(""),
                    message.text("content").or(() -> message.text("text")).orElse(""),
                    attachments(message))));
  }

  private static String kind(Json message) {
    boolean taken =
        message
            .text("is_unsent")
            .or(() -> message.text("isUnsent"))
            .filter("true"::equals)
            .isPresent();
    if (taken) {
      return "deleted";
    }
    if (message.at("call_duration").isPresent()) {
      return "call";
    }
    return attachments(message).isEmpty() ? "message" : "media";
  }

  /// The files of a message, to tell it from another of the same moment.
  private static String attachments(Json message) {
    var files = new StringBuilder();
    for (String list : FILE_LISTS) {
      for (Json file : message.at(list).items()) {
        file.text("uri").ifPresent(uri -> files.append(base(uri)).append(' '));
      }
    }
    message.text("sticker", "uri").ifPresent(uri -> files.append(base(uri)));
    return files.toString().strip();
  }

  private static String base(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
