package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// Who the member says they are: `Profile.csv` and the files of a career.
final class ProfileTables {
  private ProfileTables() {}

  static Table profile(Scene scene) {
    var table =
        Table.of(
            "Profile.csv",
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip"
                + " Code,Geo Location,Twitter Handles,Websites,Instant Messengers");
    Person person = scene.person();
    Draw draw = scene.draw("profile");
    boolean full = draw.chance(0.82);
    Field field = scene.catalogue().fieldOf(person.occupation());
    CharSequence summary = summary(scene, full);
    CharSequence address =
        draw.chance(0.4) ? new Passage().plant("address", person.home().address()) : "";
    String born = birthDate(person, draw);
    String handle =
        draw.chance(0.2) ? "[" + Name.plain(person.name().full()).replace('-', '_') + "]" : "";
    String websites = websites(person, draw);
    var categories =
        new ArrayList<>(
            List.of(Category.PROFILE_NAME, Category.PROFILE_HEADLINE, Category.PROFILE_LOCATION));
    if (!summary.isEmpty()) {
      categories.add(Category.PROFILE_SUMMARY);
    }
    for (CharSequence cell : List.of(address, born, person.home().postcode(), handle, websites)) {
      if (!cell.isEmpty()) {
        categories.add(Category.CONTACT);
      }
    }
    if (websites.contains(",BLOG:")) {
      categories.add(Category.CONTACT);
    }
    table.add(
        categories,
        person.name().given(),
        person.name().family(),
        "",
        address,
        born,
        scene.texts().headline(person),
        summary,
        field.name(),
        person.home().postcode(),
        person.home().place(),
        handle,
        websites,
        "");
    return table;
  }

  /// Nearly always a header only.
  static Table summary(Scene scene) {
    return Table.of("Profile Summary.csv", "Profile Summary").alwaysThere();
  }

  private static CharSequence summary(Scene scene, boolean full) {
    if (!full) {
      return "";
    }
    Passage summary = scene.texts().about(scene.person());
    return scene.person().isMinor() ? summary.add(scene.canary("minor-profile")) : summary;
  }

  private static String birthDate(Person person, Draw draw) {
    int roll = draw.below(10);
    return roll < 6
        ? Timeline.monthDay(person.born())
        : roll < 8 ? "" : Timeline.monthDayYear(person.born());
  }

  private static String websites(Person person, Draw draw) {
    String plain = Name.plain(person.name().full());
    return switch (draw.below(12)) {
      case 0 -> "[PERSONAL:https://" + plain + ".example.org]";
      case 1 ->
          "[PERSONAL:https://%s.example.org,BLOG:https://blog.example.org/?a=%d,2]"
              .formatted(plain, person.number());
      default -> "";
    };
  }

  static Table positions(Scene scene) {
    var table =
        Table.of("Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On");
    List<Job> jobs = scene.person().career().jobs();
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      Draw draw = scene.draw("job", i);
      boolean yearsOnly = i > 1 && draw.chance(0.25);
      table.add(
          Category.PROFILE_POSITION,
          job.employer(),
          job.title(),
          draw.chance(0.8) ? scene.texts().position(scene.person(), job, i) : "",
          draw.chance(0.85) ? job.home().place() : "",
          month(job.since(), yearsOnly),
          job.until().map(until -> month(until, yearsOnly)).orElse(""));
    }
    return table;
  }

  private static String month(YearMonth month, boolean yearsOnly) {
    return yearsOnly ? Integer.toString(month.getYear()) : Timeline.month(month);
  }

  static Table education(Scene scene) {
    var table =
        Table.of("Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities");
    List<Study> studies = scene.person().career().studies();
    for (int i = 0; i < studies.size(); i++) {
      Study study = studies.get(i);
      Draw draw = scene.draw("study", i);
      boolean months = draw.chance(0.3);
      table.add(
          Category.PROFILE_EDUCATION,
          study.school(),
          month(study.since(), !months),
          month(study.until(), !months),
          i == 0 && draw.chance(0.35)
              ? scene.texts().alone(scene.person(), "study.note", "note")
              : "",
          study.degree(),
          i == 0 && draw.chance(0.4)
              ? scene.texts().alone(scene.person(), "study.activity", "activity")
              : "");
    }
    return table;
  }

  static Table skills(Scene scene) {
    var table = Table.of("Skills.csv", "Name");
    scene.person().career().skills().forEach(skill -> table.add(Category.PROFILE_SKILL, skill));
    return table;
  }
}
