package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Chats as WhatsApp exports them: one text a conversation, in the form that the member's phone and
/// country write.
final class WhatsAppArchive {
  private WhatsAppArchive() {}

  /// How one phone writes a line.
  ///
  /// @param time pattern of the whole beginning of a line, up to the sender
  private record Shape(String file, String time, String notice) {}

  private static final Shape ANDROID_DE =
      new Shape(
          "WhatsApp Chat mit %s.txt",
          "dd.MM.yy, HH:mm' - '", "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.");
  private static final Shape ANDROID_US =
      new Shape(
          "WhatsApp Chat with %s.txt",
          "M/d/yy, h:mm\u202Fa' - '", "Messages and calls are end-to-end encrypted.");
  private static final Shape ANDROID_GB =
      new Shape(
          "WhatsApp Chat with %s.txt",
          "dd/MM/yyyy, HH:mm' - '", "Messages and calls are end-to-end encrypted.");

  static List<ArchiveFile> files(Scene scene) {
    Shape shape =
        switch (scene.person().home().country().code()) {
          case "DE", "CH" -> ANDROID_DE;
          case "US" -> ANDROID_US;
          default -> ANDROID_GB;
        };
    List<ArchiveFile> files = new ArrayList<>();
    for (Feed.Conversation conversation : new Feed(scene).conversations()) {
      files.add(chat(scene.person(), conversation, shape));
    }
    return files.isEmpty() ? List.of(empty(shape)) : files;
  }

  /// Somebody who never wrote to anybody exports a chat with the notice only.
  private static ArchiveFile empty(Shape shape) {
    return new Page.Rows()
        .add(Category.PRIVATE_MESSAGE)
        .page(
            shape.file().formatted("Notes"),
            time(shape).format(Timeline.ARCHIVED) + shape.notice() + "\n");
  }

  private static DateTimeFormatter time(Shape shape) {
    return DateTimeFormatter.ofPattern(shape.time(), Locale.US).withZone(ZoneOffset.UTC);
  }

  private static ArchiveFile chat(Person self, Feed.Conversation conversation, Shape shape) {
    DateTimeFormatter time = time(shape);
    var rows = new Page.Rows();
    var chat = new StringBuilder();
    chat.append(time.format(conversation.messages().getFirst().at()))
        .append(shape.notice())
        .append('\n');
    rows.add(Category.PRIVATE_MESSAGE);
    for (Feed.Message message : conversation.messages()) {
      Person sender = message.own() ? self : conversation.other();
      chat.append(time.format(message.at()))
          .append(sender.name().full())
          .append(": ")
          .append(message.text())
          .append('\n');
      rows.add(Category.PRIVATE_MESSAGE, message.text());
    }
    String name = conversation.other().name().full() + " " + conversation.other().number();
    return rows.page(shape.file().formatted(name), chat.toString());
  }
}
