package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whom the member knows, and what they say about each other.
final class NetworkTables {
  private static final String PREAMBLE =
      """
      Notes:
      "Where a connection has not allowed others to see their email address, it is missing from \
      this list. Members choose that in their privacy settings, and the help pages say more about it."

      """;
  private static final String RECOMMENDATION =
      "First Name,Last Name,Company,Job Title,Text,Creation Date,Status";

  private NetworkTables() {}

  static Table connections(Scene scene) {
    var table =
        Table.of(
                "Connections.csv",
                "First Name,Last Name,URL,Email Address,Company,Position,Connected On")
            .under(PREAMBLE);
    newestFirst(scene).forEach(tie -> connection(tie, table));
    return table;
  }

  private static List<Tie> newestFirst(Scene scene) {
    return scene.ties().stream()
        .sorted(
            Comparator.comparing(Tie::since).reversed().thenComparingInt(t -> t.other().number()))
        .toList();
  }

  private static void connection(Tie tie, Table table) {
    Draw draw = tie.outward("shown");
    Person other = tie.other();
    String since = Timeline.day(tie.since());
    if (!other.member() && draw.chance(0.08)) {
      table.add(Category.CONTACT_CONNECTION, "", "", "", "", "", "", since);
      return;
    }
    table.add(
        Category.CONTACT_CONNECTION,
        other.name().given(),
        other.name().family(),
        other.name().url(),
        draw.chance(0.03) ? Passage.of("").plant("email", other.email()) : "",
        other.career().employer(),
        other.career().title(),
        since);
  }

  static Table recommendationsGiven(Scene scene) {
    var table = Table.of("Recommendations_Given.csv", RECOMMENDATION);
    for (Tie tie : newestFirst(scene)) {
      if (recommends(tie)) {
        recommendation(scene, tie, tie.other(), table);
      }
    }
    return table;
  }

  static Table recommendationsReceived(Scene scene) {
    var table = Table.of("Recommendations_Received.csv", RECOMMENDATION);
    for (Tie tie : newestFirst(scene)) {
      if (recommends(tie.reversed())) {
        recommendation(scene, tie.reversed(), tie.other(), table);
      }
    }
    return table;
  }

  /// Whether the person a tie is seen from has recommended the other.
  private static boolean recommends(Tie tie) {
    boolean grownUp =
        !tie.self().career().jobs().isEmpty() && !tie.other().career().jobs().isEmpty();
    return grownUp && tie.outward("recommends").chance(0.07);
  }

  private static void recommendation(Scene scene, Tie tie, Person shown, Table table) {
    Draw draw = tie.outward("recommendation");
    Instant at = afterwards(tie, draw);
    Passage text = scene.texts().about(tie.self(), tie.other(), "recommendation", draw);
    table.add(
        Category.PROFILE_RECOMMENDATION,
        shown.name().given(),
        shown.name().family(),
        shown.career().employer(),
        shown.career().title(),
        text,
        Timeline.briefPadded(at),
        draw.pick("VISIBLE", "VISIBLE", "VISIBLE", "VISIBLE", "HIDDEN", "PENDING"));
  }

  static Table endorsementsGiven(Scene scene) {
    var table =
        Table.of(
            "Endorsement_Given_Info.csv",
            "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public"
                + " Url,Endorsement Status");
    newestFirst(scene).forEach(tie -> endorsements(tie, tie.other(), table));
    return table;
  }

  static Table endorsementsReceived(Scene scene) {
    var table =
        Table.of(
            "Endorsement_Received_Info.csv",
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public"
                + " Url,Endorsement Status");
    newestFirst(scene).forEach(tie -> endorsements(tie.reversed(), tie.other(), table));
    return table;
  }

  private static void endorsements(Tie tie, Person shown, Table table) {
    Draw draw = tie.outward("endorses");
    if (!draw.chance(0.16)) {
      return;
    }
    Instant at = afterwards(tie, draw);
    for (String skill : draw.some(tie.other().career().skills(), draw.between(1, 3))) {
      table.add(
          Category.PROFILE_ENDORSEMENT,
          Timeline.slashes(at),
          skill,
          shown.name().given(),
          shown.name().family(),
          shown.name().url().replace("https://", ""),
          draw.pick("ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED", "HIDDEN", "PENDING"));
      at = at.plusSeconds(draw.between(2, 9));
    }
  }

  /// A time after the two connected.
  static Instant afterwards(Tie tie, Draw draw) {
    LocalDate first = tie.since().plusDays(1);
    return Timeline.moment(draw, first, Timeline.DAY.minusDays(1));
  }

  static Table invitations(Scene scene) {
    var table =
        Table.of(
            "Invitations.csv",
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl");
    var sent = new ArrayList<Tie>();
    for (Tie tie : newestFirst(scene)) {
      if (sent.isEmpty() || tie.since().isAfter(Timeline.DAY.minusYears(3))) {
        sent.add(tie);
      }
    }
    sent.forEach(tie -> invitation(scene, tie, table));
    return table;
  }

  private static void invitation(Scene scene, Tie tie, Table table) {
    Draw draw = tie.draw().child("invitation");
    boolean outgoing = draw.chance(0.5) == tie.isFirst();
    Tie asked = outgoing ? tie : tie.reversed();
    Instant at = Timeline.moment(draw, tie.since().minusDays(draw.between(0, 3)), tie.since());
    Passage message = new Passage();
    if (draw.chance(0.3)) {
      message
          .add(scene.texts().about(asked.self(), asked.other(), "invitation", draw))
          .add(scene.canary("invitation", tie.draw()));
    }
    table.add(
        Category.PRIVATE_MESSAGE_INVITATION,
        asked.self().name().full(),
        asked.other().name().full(),
        Timeline.brief(at),
        message,
        outgoing ? "OUTGOING" : "INCOMING",
        asked.self().name().url(),
        asked.other().name().url());
  }
}
