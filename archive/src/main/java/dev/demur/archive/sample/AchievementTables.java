package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/// What else a profile boasts of.
final class AchievementTables {
  private static final Set<String> PUBLISHING = Set.of("research", "education", "media", "health");
  private static final List<String> CAUSES =
      List.of(
          "Animal Welfare",
          "Arts and Culture",
          "Children",
          "Civil Rights and Social Action",
          "Education",
          "Environment",
          "Health",
          "Human Rights",
          "Politics",
          "Poverty Alleviation",
          "Science and Technology",
          "Social Services");

  private AchievementTables() {}

  static Table languages(Scene scene) {
    var table = Table.of("Languages.csv", "Name,Proficiency");
    Draw draw = scene.draw("languages");
    String own = Languages.name(scene.person().home().country());
    if (!own.equals("English") || draw.chance(0.3)) {
      table.add(Category.PROFILE_SKILL, own, "Native or bilingual proficiency");
    }
    if (!own.equals("English") && draw.chance(0.8)) {
      table.add(
          Category.PROFILE_SKILL,
          "English",
          draw.pick("Full professional proficiency", "Professional working proficiency", ""));
    }
    return table;
  }

  static Table certifications(Scene scene) {
    var table =
        Table.of("Certifications.csv", "Name,Url,Authority,Started On,Finished On,License Number");
    Draw draw = scene.draw("certificates");
    Person person = scene.person();
    if (person.career().jobs().isEmpty() || !draw.chance(0.45)) {
      return table;
    }
    for (String name : draw.some(person.occupation().certificates(), draw.between(1, 2))) {
      YearMonth from = Timeline.MONTH.minusMonths(draw.between(2L, 90L));
      boolean ends = draw.chance(0.4);
      boolean numbered = draw.chance(0.4);
      String guild =
          draw.pickEarly(scene.catalogue().organisations("association", person.home().country()));
      table.add(
          numbered
              ? List.of(Category.PROFILE_CERTIFICATION, Category.CONTACT)
              : List.of(Category.PROFILE_CERTIFICATION),
          name,
          draw.chance(0.5) ? "https://certs.example.org/v/" + draw.between(1_000, 99_999) : "",
          guild,
          Timeline.month(from),
          ends ? Timeline.month(from.plusMonths(36)) : "",
          numbered ? Postcodes.fill("@@@-######", draw) : "");
    }
    return table;
  }

  static Table projects(Scene scene) {
    var table = Table.of("Projects.csv", "Title,Description,Url,Started On,Finished On");
    Draw draw = scene.draw("projects");
    int count = isWorking(scene) && draw.chance(0.28) ? draw.between(1, 2) : 0;
    for (String name : draw.some(Plants.PROJECTS, count)) {
      YearMonth from = Timeline.MONTH.minusMonths(draw.between(3L, 80L));
      table.add(
          Category.PROFILE_PUBLICATION,
          "Project " + name,
          scene.texts().alone(scene.person(), "project", "project " + name),
          draw.chance(0.2) ? "https://projects.example.org/" + Name.plain(name) : "",
          Timeline.month(from),
          draw.chance(0.6) ? Timeline.month(from.plusMonths(draw.between(1L, 12L))) : "");
    }
    return table;
  }

  static Table courses(Scene scene) {
    var table = Table.of("Courses.csv", "Name,Number");
    Draw draw = scene.draw("courses");
    int count = draw.chance(isWorking(scene) ? 0.15 : 0.5) ? draw.between(1, 3) : 0;
    for (String skill : draw.some(scene.person().occupation().skills(), count)) {
      table.add(
          Category.PROFILE_EDUCATION,
          draw.pick("Applied ", "Introduction to ", "Advanced ") + skill,
          draw.chance(0.6) ? Postcodes.fill("@@@-###", draw) : "");
    }
    return table;
  }

  static Table honors(Scene scene) {
    var table = Table.of("Honors.csv", "Title,Description,Issued On");
    Draw draw = scene.draw("honors");
    if (isWorking(scene) && draw.chance(0.12)) {
      table.add(
          Category.PROFILE_CERTIFICATION,
          draw.pick("Employee of the quarter", "Team award", "Safety award", "Service award"),
          draw.chance(0.5) ? scene.texts().alone(scene.person(), "honor", "honor") : "",
          Timeline.month(Timeline.MONTH.minusMonths(draw.between(2L, 70L))));
    }
    return table;
  }

  static Table publications(Scene scene) {
    var table = Table.of("Publications.csv", "Name,Published On,Description,Publisher,Url");
    Draw draw = scene.draw("publications");
    Person person = scene.person();
    boolean likely = PUBLISHING.contains(person.occupation().fieldName());
    int count = isWorking(scene) && draw.chance(likely ? 0.3 : 0.04) ? draw.between(1, 3) : 0;
    for (int i = 0; i < count; i++) {
      Draw one = draw.child("publication", i);
      Person peer = scene.texts().someone(person, one.child("who"));
      String title = scene.texts().about(person, peer, "publication.title", one).toString();
      table.add(
          Category.PROFILE_PUBLICATION,
          title,
          Timeline.monthDayYear(Timeline.DAY.minusDays(one.between(30L, 4_000L))),
          one.chance(0.6)
              ? scene.texts().about(person, peer, "publication", one.child("text"))
              : "",
          one.pick("Example Quarterly", "Journal of Everyday Practice", "Notes from the Field"),
          one.chance(0.5) ? "https://journal.example.org/" + Name.plain(title) : "");
    }
    return table;
  }

  static Table volunteering(Scene scene) {
    var table =
        Table.of("Volunteering.csv", "Company Name,Role,Cause,Started On,Finished On,Description");
    Draw draw = scene.draw("volunteering");
    Person person = scene.person();
    if (draw.chance(0.2)) {
      YearMonth from = Timeline.MONTH.minusMonths(draw.between(4L, 120L));
      table.add(
          Category.PROFILE_VOLUNTEERING,
          draw.pickEarly(scene.catalogue().organisations("charity", person.home().country())),
          draw.pick("Reading mentor", "Treasurer", "Driver", "Trainer", "Tally keeper", "Cook"),
          draw.pick("Children", "Environment", "Education", "Animal Welfare", "Social Services"),
          Timeline.month(from),
          draw.chance(0.4) ? Timeline.month(from.plusMonths(draw.between(2L, 40L))) : "",
          draw.chance(0.7) ? scene.texts().alone(person, "volunteering", "volunteering") : "");
    }
    return table;
  }

  static Table causes(Scene scene) {
    var table = Table.of("Causes You Care About.csv", "Supported Cause");
    Draw draw = scene.draw("causes");
    int count = draw.chance(0.16) ? draw.between(1, 3) : 0;
    draw.some(CAUSES, count).forEach(cause -> table.add(Category.PROFILE_VOLUNTEERING, cause));
    return table;
  }

  private static boolean isWorking(Scene scene) {
    return !scene.person().career().jobs().isEmpty();
  }
}
