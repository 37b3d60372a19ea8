package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// What the member asked the platform's own assistants.
final class CoachTables {
  private static final String COLUMNS =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
          + "SUBJECT,CONTENT,FOLDER";
  private static final String COACH = "LinkedIn Learning Coach";

  private CoachTables() {}

  static Table coach(Scene scene) {
    var table = Table.of("learning_coach_messages.csv", COLUMNS).alwaysThere();
    Draw draw = scene.draw("coach");
    int count = draw.chance(0.16) ? draw.between(1, 4) : 0;
    ActivityTables.moments(scene, draw.child("when"), count)
        .forEach(at -> exchange(scene, at, table));
    return table;
  }

  private static void exchange(Scene scene, Instant at, Table table) {
    Person person = scene.person();
    Draw draw = scene.draw("exchange", at.getEpochSecond());
    String id =
        "2-"
            + Base64.getEncoder()
                .encodeToString(("coach-" + draw.bits()).getBytes(StandardCharsets.UTF_8));
    Passage question = scene.texts().alone(person, "coach.question", "question " + at);
    if (person.isMinor()) {
      question.add(scene.canary("minor-prompt", draw));
    }
    Passage answer = scene.texts().alone(person, "coach.answer", "answer " + at);
    table.add(
        Category.AI_USAGE_OUTPUT,
        id,
        COACH,
        COACH,
        "",
        person.name().full(),
        person.name().url(),
        Timeline.secondsUtc(at.plusSeconds(4)),
        "",
        answer,
        "");
    table.add(
        Category.AI_USAGE_PROMPT,
        id,
        COACH,
        person.name().full(),
        person.name().url(),
        COACH,
        "",
        Timeline.secondsUtc(at),
        "",
        question,
        "");
  }

  static Table rolePlay(Scene scene) {
    return Table.of("learning_role_play_messages.csv", COLUMNS).alwaysThere();
  }
}
