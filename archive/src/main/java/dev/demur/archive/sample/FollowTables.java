package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Whom and what the member follows, and what they keep about others.
final class FollowTables {
  private FollowTables() {}

  static Table companies(Scene scene) {
    var table = Table.of("Company Follows.csv", "Organization,Followed On");
    Draw draw = scene.draw("companies");
    Occupation work = scene.person().occupation();
    Country country = scene.person().home().country();
    List<String> names =
        draw.some(
            scene.catalogue().organisations(work.sectors().getFirst(), country),
            draw.between(0, 4));
    Iterator<Instant> times = ActivityTables.moments(scene, draw, 40).iterator();
    names.forEach(
        name -> table.add(Category.USAGE_FREQUENCY, name, Timeline.weekday(times.next())));
    return table;
  }

  static Table members(Scene scene) {
    var table = Table.of(scene.numbered("Member_Follows"), "Date,Status,FullName");
    Draw draw = scene.draw("members");
    for (Person person :
        draw.some(scene.network().communityOf(scene.person()).people(), draw.below(5))) {
      if (person.number() != scene.person().number()) {
        Instant at =
            Timeline.moment(draw, scene.person().registeredOn(), Timeline.DAY.minusDays(1));
        table.add(
            Category.CONTACT_FOLLOW,
            Timeline.seconds(at),
            draw.pick("Active", "Active", "Active", "Unfollow"),
            person.name().full());
      }
    }
    return table;
  }

  static Table hashtags(Scene scene) {
    var table =
        Table.of(scene.numbered("Hashtag_Follows"), "HashTag,State,CreatedTime,LastModifiedTime");
    Draw draw = scene.draw("hashtags");
    List<String> tags = scene.catalogue().fieldOf(scene.person().occupation()).hashtags();
    for (String tag : draw.some(tags, draw.below(3))) {
      Instant at = Timeline.moment(draw, scene.person().registeredOn(), Timeline.DAY.minusDays(1));
      table.add(
          Category.USAGE_FREQUENCY,
          tag.substring(1),
          "FOLLOWED",
          Timeline.seconds(at),
          Timeline.seconds(at));
    }
    return table;
  }

  /// Private remarks on connections.
  static Table notes(Scene scene) {
    var table =
        Table.of(
            "Notes.csv",
            "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created"
                + " On,Edited On");
    Draw draw = scene.draw("notes");
    int count = draw.chance(0.12) ? draw.between(1, 3) : 0;
    for (Tie tie : draw.some(scene.ties(), count)) {
      Draw one = draw.child("note", tie.other().number());
      Name name = tie.other().name();
      table.add(
          Category.CONTACT,
          name.given(),
          name.family(),
          name.url(),
          scene
              .texts()
              .about(scene.person(), tie.other(), "note", one)
              .add(scene.canary("connection-note", one)),
          Timeline.secondsUtc(NetworkTables.afterwards(tie, one)),
          "");
    }
    return table;
  }

  /// People from the member's own address book, members or not.
  static Table importedContacts(Scene scene) {
    var table =
        Table.of(
            "ImportedContacts.csv",
            "Source,FirstName,MiddleName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,"
                + "Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,"
                + "Profiles,UpdatedAt");
    Draw draw = scene.draw("contacts");
    List<Person> strangers = scene.network().communityOf(scene.person()).strangers();
    for (Person person : draw.some(strangers, draw.chance(0.12) ? draw.between(2, 6) : 0)) {
      table.add(
          Category.CONTACT,
          draw.pick("GMAIL", "OUTLOOK", "MOBILE"),
          person.name().given(),
          "",
          person.name().family(),
          person.career().employer(),
          person.career().title(),
          new Passage().plant("email", person.email(), Optional.of(person.id())),
          new Passage().plant("phone", Plants.phone(person), Optional.of(person.id())),
          Timeline.brief(scene.person().registered().plusSeconds(600)),
          "",
          "",
          "",
          person.name().full(),
          "",
          person.home().place(),
          "",
          "",
          "");
    }
    return table;
  }
}
