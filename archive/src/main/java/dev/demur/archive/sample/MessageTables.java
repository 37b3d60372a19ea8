package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/// Private messages: the same conversation stands in the archives of everybody who took part.
final class MessageTables {
  private static final String TEN_COLUMNS =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
          + "SUBJECT,CONTENT,FOLDER";
  private static final String ALL_COLUMNS =
      TEN_COLUMNS + ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT";
  private static final double CONVERSATIONS = 0.22;

  private MessageTables() {}

  private record Message(Instant at, String conversation, List<CharSequence> cells) {}

  static Table messages(Scene scene) {
    var messages = new ArrayList<Message>();
    for (Tie tie : scene.ties()) {
      if (tie.draw().child("talk").chance(CONVERSATIONS)) {
        conversation(scene, tie, messages);
      }
    }
    sponsored(scene, messages);
    messages.sort(Comparator.comparing(Message::at).reversed());
    var table = Table.of("messages.csv", ALL_COLUMNS).quoted();
    messages.forEach(message ->
        table.add(Category.PRIVATE_MESSAGE, message.cells().toArray(CharSequence[]::new)));
    return table;
  }

  /// The conversation of two people, the same from both sides but for the folder.
  private static void conversation(Scene scene, Tie tie, List<Message> out) {
    Draw draw = tie.draw().child("conversation");
    String id = id("pair-" + Long.toHexString(draw.bits()));
    Tie speaking = draw.chance(0.5) == tie.isFirst() ? tie : tie.reversed();
    Instant at = NetworkTables.afterwards(tie, draw);
    int count = draw.between(1, 7);
    for (int i = 0; i < count; i++) {
      Grammar grammar = scene.texts().shared(speaking.self(), speaking.other());
      String rule = i == 0 ? "message.first" : "message.next";
      Passage text =
          scene
              .texts()
              .about(speaking.self(), speaking.other(), grammar, rule, draw.child("message", i));
      if (i == 0) {
        text.add(scene.canary("message", tie.draw()));
      }
      out.add(message(at, id, speaking, text));
      speaking = draw.chance(0.8) ? speaking.reversed() : speaking;
      at = Timeline.atMost(at.plusSeconds(draw.between(40L, 90_000L)));
    }
  }

  private static Message message(Instant at, String id, Tie speaking, Passage text) {
    return new Message(
        at,
        id,
        List.of(
            id,
            "",
            speaking.self().name().full(),
            speaking.self().name().url(),
            speaking.other().name().full(),
            speaking.other().name().url(),
            Timeline.secondsUtc(at),
            "",
            text,
            "INBOX",
            "",
            "No",
            "No"));
  }

  /// What an advertiser sent to the member's inbox.
  private static void sponsored(Scene scene, List<Message> out) {
    Person person = scene.person();
    Draw draw = scene.draw("sponsored");
    for (int i = draw.below(3); i > 0; i--) {
      String id = id("ad-" + person.number() + "-" + i);
      Instant at = Timeline.moment(draw, Timeline.DAY.minusYears(1), Timeline.DAY.minusDays(1));
      Passage text =
          Passage.of("<p class=\"spinmail-quill-editor__spin-break\">Hi %FIRSTNAME%,</p><p>")
              .add(
                  draw.pick(
                      "Grow your pipeline &amp; your team.",
                      "One seat left in our course.",
                      "Your next role is waiting."))
              .add(scene.canary("sponsored-message", draw.child("mail", i)))
              .add("</p>");
      out.add(
          new Message(
              at,
              id,
              List.of(
                  id,
                  "A note for " + person.occupation().worker() + "s",
                  "LinkedIn Member",
                  "",
                  person.name().full(),
                  person.name().url(),
                  Timeline.secondsUtc(at),
                  "Quick offer",
                  text,
                  "INBOX",
                  "",
                  "No",
                  "No")));
    }
  }

  private static String id(String text) {
    return "2-" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Table guide(Scene scene) {
    return Table.of("guide_messages.csv", TEN_COLUMNS).alwaysThere();
  }
}
