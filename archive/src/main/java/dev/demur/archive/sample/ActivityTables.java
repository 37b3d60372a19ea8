package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the member did without writing much: reactions, votes, things saved, watched and searched.
final class ActivityTables {
  private static final String ACTIVITY =
      "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A";
  private static final List<String> OPTIONS =
      List.of(
          "Every Friday, always",
          "Only when asked",
          "Never",
          "Once a year",
          "Yes",
          "No",
          "It depends",
          "More than five years",
          "Coffee",
          "Tea");
  private static final List<String> COURSES =
      List.of(
          "Ledger Basics",
          "Giving Feedback",
          "Time Management",
          "Writing Plainly",
          "Spreadsheets for Everyone",
          "Difficult Conversations",
          "CONTENT METADATA NO LONGER EXISTS");

  private ActivityTables() {}

  /// Distinct moments since the member joined, newest first.
  static Stream<Instant> moments(Scene scene, Draw draw, int count) {
    return Stream.generate(
            () -> Timeline.moment(draw, scene.person().registeredOn(), Timeline.DAY.minusDays(1)))
        .limit(count)
        .distinct()
        .sorted(Comparator.reverseOrder());
  }

  private static String link(Instant at, Draw draw) {
    long posted = at.minusSeconds(draw.between(60L, 400_000L)).toEpochMilli();
    return ACTIVITY + (posted << 22 | draw.between(0, 0x3FFFFF));
  }

  static Table reactions(Scene scene) {
    var table = Table.of(scene.numbered("Reactions"), "Date,Type,Link");
    Draw draw = scene.draw("reactions");
    int posts = scene.person().habits().posts();
    int count = (int) Math.min(300, draw.pareto(3, 0.9) + posts * 4 * draw.unit());
    moments(scene, draw.child("when"), count)
        .forEach(at ->
            table.add(
                Category.CONTENT_REACTION,
                Timeline.seconds(at),
                draw.pickEarly(
                    List.of(
                        "LIKE", "PRAISE", "EMPATHY", "INTEREST", "APPRECIATION", "ENTERTAINMENT")),
                link(at, draw)));
    return table;
  }

  static Table votes(Scene scene) {
    var table = Table.of(scene.numbered("Votes"), "Date,Link,OptionText");
    Draw draw = scene.draw("votes");
    moments(scene, draw.child("when"), draw.chance(0.25) ? draw.between(1, 4) : 0)
        .forEach(at ->
            table.add(
                Category.CONTENT_POLL_ANSWER,
                Timeline.seconds(at),
                link(at, draw),
                draw.pick(OPTIONS)));
    return table;
  }

  static Table reposts(Scene scene) {
    var table = Table.of(scene.numbered("InstantReposts"), "Date,Link");
    Draw draw = scene.draw("reposts");
    moments(scene, draw.child("when"), draw.chance(0.3) ? draw.between(1, 5) : 0)
        .forEach(at -> table.add(Category.CONTENT_SHARE, Timeline.seconds(at), link(at, draw)));
    return table;
  }

  static Table savedItems(Scene scene) {
    var table = Table.of(scene.numbered("Saved_Items"), "savedItem,CreatedTime");
    Draw draw = scene.draw("saved");
    moments(scene, draw.child("when"), draw.chance(0.3) ? draw.between(1, 6) : 0)
        .forEach(at -> table.add(Category.USAGE_FREQUENCY, link(at, draw), Timeline.seconds(at)));
    return table;
  }

  static Table richMedia(Scene scene) {
    var table = Table.of("Rich_Media.csv", "Date/Time,Media Description,Media Link");
    Draw draw = scene.draw("media");
    moments(scene, draw.child("when"), draw.chance(0.35) ? draw.between(1, 4) : 0)
        .forEach(at ->
            table.add(
                Category.CONTENT_POST,
                "You uploaded a feed %s on %s"
                    .formatted(draw.pick("photo", "photo", "document"), Timeline.sentence(at)),
                "-",
                "https://www.linkedin.com/dms/prv/" + Long.toHexString(draw.bits())));
    return table;
  }

  static Table events(Scene scene) {
    var table = Table.of("Events.csv", "Event Name,Event Time,Status,External Url");
    Draw draw = scene.draw("events");
    moments(scene, draw.child("when"), draw.chance(0.25) ? draw.between(1, 3) : 0)
        .forEach(at ->
            table.add(
                Category.USAGE_FREQUENCY,
                draw.pick(scene.person().occupation().skills())
                    + draw.pick(" Day", " Meetup", " Webinar", " Forum"),
                Timeline.event(at) + " - " + Timeline.event(at.plusSeconds(3_600)),
                draw.pick("APPROVED", "APPROVED", "RELINQUISHED"),
                "N/A"));
    return table;
  }

  static Table learning(Scene scene) {
    var table =
        Table.of(
            "Learning.csv",
            "Content Title,Content Description,Content Type,Content Last Watched Date (if"
                + " viewed),Content Completed At (if completed),Content Saved,Notes taken on videos"
                + " (if taken),");
    Draw draw = scene.draw("learning");
    moments(scene, draw.child("when"), draw.chance(0.3) ? draw.between(1, 5) : 0)
        .forEach(at -> course(scene, at, draw, table));
    return table;
  }

  private static void course(Scene scene, Instant at, Draw draw, Table table) {
    boolean noted = draw.chance(0.25);
    table.add(
        noted
            ? List.of(Category.USAGE_FREQUENCY, Category.CONTENT_POST)
            : List.of(Category.USAGE_FREQUENCY),
        draw.pick(COURSES),
        draw.pick("", "A short course, simply told"),
        draw.pick("Course", "Video"),
        Timeline.minutesUtc(at),
        draw.chance(0.4) ? Timeline.minutesUtc(at.plusSeconds(draw.between(600L, 90_000L))) : "N/A",
        draw.pick("true", "false"),
        noted ? scene.texts().alone(scene.person(), "learning.note", "note " + at) : "N/A",
        "");
  }

  static Table searches(Scene scene) {
    var table = Table.of("SearchQueries.csv", "Time,Search Query");
    Draw draw = scene.draw("searches");
    int count = (int) Math.min(40, draw.pareto(1.2, 1.1));
    moments(scene, draw.child("when"), count)
        .forEach(at -> {
          Person someone =
              scene.texts().someone(scene.person(), draw.child("who", at.getEpochSecond()));
          CharSequence query =
              switch (draw.below(4)) {
                case 0 ->
                    new Passage()
                        .plant(
                            "person", someone.name().full(), java.util.Optional.of(someone.id()));
                case 1 -> draw.pick(scene.person().occupation().titles());
                case 2 -> draw.pick(scene.person().occupation().skills()) + " course";
                default -> scene.person().career().employer() + " jobs";
              };
          table.add(Category.USAGE_SEARCH, Timeline.slashes(at), query);
        });
    return table;
  }
}
