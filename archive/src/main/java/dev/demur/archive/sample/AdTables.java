package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;

/// What advertisers were told about the member, and what the member said about others' services.
final class AdTables {
  private static final String TARGETING =
      "Member Age,Buyer Groups,Company Names,Company Names,Company Follower of,Company"
          + " Names,Company Category,Company Size,Degrees,degreeClass,Recent Device OS,Member"
          + " Schools,Company Growth Rate,Fields of Study,Company Connections,Function By Size,Job"
          + " Functions,Member Gender,Graduation Year,Member Groups,Company Industries,Member"
          + " Interests,Interface Locales,interfaceLocale,Member Traits,High Value Audience"
          + " Segments,Profile Locations,Company Revenue,Job Seniorities,Member Skills,Standard"
          + " Audience Segments,Job Titles,Job Titles,Job Titles,Years of Experience";

  private AdTables() {}

  static Table clicks(Scene scene) {
    var table = Table.of("Ads Clicked.csv", "Ad clicked Date,Ad Title/Id");
    Draw draw = scene.draw("ads");
    ActivityTables.moments(scene, draw.child("when"), draw.below(5))
        .forEach(at ->
            table.add(
                Category.ADS,
                Timeline.slashes(at),
                Integer.toString(draw.between(100_000_000, 999_999_999))));
    return table;
  }

  static Table audienceNetwork(Scene scene) {
    var table = Table.of("LAN Ads Engagement.csv", "Action,Date,Ad Title/Id,Page/App");
    Draw draw = scene.draw("audience");
    ActivityTables.moments(scene, draw.child("when"), draw.chance(0.3) ? draw.between(1, 3) : 0)
        .forEach(at ->
            table.add(
                Category.ADS,
                draw.pick("VIEW", "CLICK"),
                Timeline.slashes(at),
                Integer.toString(draw.between(100_000_000, 999_999_999)),
                draw.pick("com.example.news", "com.example.weather", "com.example.puzzle")));
    return table;
  }

  static Table targeting(Scene scene) {
    var table = Table.of("Ad_Targeting.csv", TARGETING);
    Person person = scene.person();
    if (person.isMinor()) {
      return table;
    }
    Draw draw = scene.draw("targeting");
    boolean groups = draw.chance(0.3);
    var cells = new ArrayList<CharSequence>();
    for (int column = 0; column < table.header().size(); column++) {
      cells.add(cell(person, column, groups, draw));
    }
    table.add(
        groups ? List.of(Category.ADS, Category.GROUP_ACTIVITY) : List.of(Category.ADS),
        cells.toArray(CharSequence[]::new));
    return table;
  }

  private static String cell(Person person, int column, boolean groups, Draw draw) {
    Career career = person.career();
    int age = person.ageOn(Timeline.DAY);
    return switch (column) {
      case 0 -> age < 25 ? "18 to 24" : age < 35 ? "25 to 34" : age < 55 ? "35 to 54" : "55+";
      case 2 -> String.join("; ", career.jobs().stream().map(Job::employer).distinct().toList());
      case 7 -> draw.pick("11-50", "51-200", "201-500", "1001-5000");
      case 8 -> career.studies().getFirst().degree();
      case 11 -> career.studies().getFirst().school();
      case 17 -> draw.pick("Female", "Male", "");
      case 19 ->
          groups ? person.occupation().worker() + "s of " + person.home().country().name() : "";
      case 20 -> person.occupation().fieldName();
      case 22 -> "English (US)";
      case 23 -> "en_US";
      case 26 -> person.home().city().name();
      case 28 -> draw.pick("Entry", "Senior", "Manager");
      case 29 -> String.join("; ", career.skills());
      case 31 -> career.title();
      case 34 -> career.years() + " years";
      default -> "";
    };
  }

  static Table inferences(Scene scene) {
    var table =
        Table.of("Inferences_about_you.csv", "Category,Type of inference,Description,Inference");
    Draw draw = scene.draw("inferences");
    if (draw.chance(0.7)) {
      table.add(
          Category.ADS,
          "Member Inferences",
          "Senior Leader",
          "Whether you are likely a senior leader",
          draw.pick("Yes", "No"));
      table.add(
          Category.ADS,
          "Member Inferences",
          "Job Seeker",
          "Whether you are likely looking for a job",
          draw.pick("Yes", "No"));
    }
    return table;
  }

  /// What the member thought of somebody's service.
  static Table reviews(Scene scene) {
    var table =
        Table.of(
            "Reviews.csv",
            "Reviewee,Review Type,Review Section,Creation Date,Rating,Review Text,Reviewer,Review"
                + " Tags");
    Draw draw = scene.draw("reviews");
    if (!scene.ties().isEmpty() && draw.chance(0.05)) {
      Tie tie = draw.pick(scene.ties());
      table.add(
          Category.FEEDBACK_RATING,
          tie.other().name().full(),
          "SERVICE",
          "OVERALL",
          Timeline.brief(NetworkTables.afterwards(tie, draw)),
          Integer.toString(draw.between(3, 5)),
          scene.texts().about(scene.person(), tie.other(), "review", draw),
          scene.person().name().full(),
          "");
    }
    return table;
  }
}
