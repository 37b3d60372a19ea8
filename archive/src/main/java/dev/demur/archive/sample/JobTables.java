package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the member saved for, and did while, looking for work.
final class JobTables {
  private JobTables() {}

  /// The résumés saved for later use, each as one cell.
  static Table resumes(Scene scene) {
    var table =
        Table.of(
            "Private_identity_asset.csv",
            "Private Identity Asset Name,Private Identity Asset Raw Text");
    Draw draw = scene.draw("resume");
    if (isWorking(scene) && draw.chance(0.34)) {
      table.add(Category.JOB_RESUME, resumeName(scene), Resume.of(scene));
    }
    return table;
  }

  private static boolean isWorking(Scene scene) {
    return !scene.person().career().jobs().isEmpty();
  }

  private static String resumeName(Scene scene) {
    return "cv_" + Name.plain(scene.person().name().family()).replace('-', '_') + "_2026.pdf";
  }

  static Table screeningAnswers(Scene scene) {
    var table = Table.of("Job Applicant Saved Screening Question Responses.csv", "Question,Answer");
    Draw draw = scene.draw("screening");
    if (isWorking(scene) && draw.chance(0.4)) {
      for (int i = draw.between(2, 6); i > 0; i--) {
        screening(scene, draw.child("answer", i), table);
      }
      salary(scene, draw, table);
    }
    return table;
  }

  private static void screening(Scene scene, Draw draw, Table table) {
    String rule = draw.pick("screening.years", "screening.why", "screening.story", "screening.how");
    Passage question =
        scene.texts().about(scene.person(), scene.person(), rule, draw.child("question"));
    boolean asked =
        table.rows().stream()
            .anyMatch(row -> row.cells().getFirst().toString().equals(question.toString()));
    if (!asked) {
      CharSequence answer =
          rule.equals("screening.years")
              ? Integer.toString(draw.between(1, Math.max(2, scene.person().career().years())))
              : scene.texts().about(scene.person(), scene.person(), rule + ".answer", draw);
      table.add(Category.JOB_SCREENING_ANSWER, question, answer);
    }
  }

  private static void salary(Scene scene, Draw draw, Table table) {
    String question =
        draw.pick(
            "What is your desired salary?",
            "What are your salary expectations (gross, per year)?",
            "Expected annual compensation?",
            "What is your hourly rate?",
            "What did you earn in your last role?");
    Passage answer =
        Passage.of(Money.of(scene.person().home().country(), draw))
            .add(scene.canary("salary", scene.person().draw()));
    table.add(Category.SALARY, question, answer);
  }

  static Table savedAnswers(Scene scene) {
    var table = Table.of("Jobs/Job Applicant Saved Answers.csv", "Question,Answer");
    Draw draw = scene.draw("saved answers");
    if (isWorking(scene) && draw.chance(0.3)) {
      String country = scene.person().home().country().name();
      table.add(
          Category.JOB_SCREENING_ANSWER,
          "Are you legally authorized to work in " + country + "?",
          "Yes");
      table.add(
          Category.JOB_SCREENING_ANSWER, "Do you hold a driving licence?", draw.pick("Yes", "No"));
      if (draw.chance(0.3)) {
        table.add(
            Category.JOB_SCREENING_ANSWER,
            "Do you have a disability you would like to tell us about?",
            new Passage()
                .plant(
                    "special.health",
                    draw.pick("Yes, I am deaf in one ear", "I use a wheelchair")));
      }
    }
    return table;
  }

  static Table applications(Scene scene) {
    var table =
        Table.of(
            "Jobs/Job Applications.csv",
            "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job"
                + " Url,Resume Name,Question And Answers");
    Draw draw = scene.draw("applications");
    int count = isWorking(scene) && draw.chance(0.3) ? draw.between(1, 5) : 0;
    LocalDate first = Timeline.DAY.minusYears(4);
    for (int i = 0; i < count; i++) {
      Draw one = draw.child("application", i);
      Person person = scene.person();
      String amount = Money.of(person.home().country(), one);
      table.add(
          Category.JOB_APPLICATION,
          Timeline.brief(Timeline.moment(one, first, Timeline.DAY.minusDays(1))),
          new Passage().plant("email", person.email()),
          new Passage().plant("phone", Plants.phone(person)),
          employer(scene, one),
          one.pick(person.occupation().titles()),
          jobUrl(one),
          resumeName(scene),
          Passage.of("Years of experience?:" + person.career().years())
              .add(" | Expected gross salary?:" + amount + " | Why us?:")
              .add(scene.texts().alone(person, "screening.why.answer", "application " + i))
              .add(scene.canary("application", one)));
    }
    return table;
  }

  private static String employer(Scene scene, Draw draw) {
    Occupation work = scene.person().occupation();
    return draw.pick(
        scene
            .catalogue()
            .organisations(draw.pick(work.sectors()), scene.person().home().country()));
  }

  private static String jobUrl(Draw draw) {
    return "https://www.linkedin.com/jobs/view/" + draw.between(4_000_000_000L, 4_399_999_999L);
  }

  static Table savedJobs(Scene scene) {
    var table = Table.of("Jobs/Saved Jobs.csv", "Saved Date,Job Url,Job Title,Company Name");
    Draw draw = scene.draw("saved jobs");
    int count = isWorking(scene) && draw.chance(0.3) ? draw.between(1, 4) : 0;
    for (int i = 0; i < count; i++) {
      Instant at = Timeline.moment(draw, Timeline.DAY.minusYears(2), Timeline.DAY.minusDays(1));
      table.add(
          Category.JOB_APPLICATION,
          Timeline.brief(at),
          jobUrl(draw),
          draw.pick(scene.person().occupation().titles()),
          employer(scene, draw));
    }
    return table;
  }

  static Table preferences(Scene scene) {
    var table =
        Table.of(
            "Jobs/Job Seeker Preferences.csv",
            "Locations,Industries,Company Employee Count,Preferred Job Types,Job Titles,Open To"
                + " Recruiters,Dream Companies,Profile Shared With Job Poster,Job Title For"
                + " Searching Fast Growing Companies,Introduction Statement,Phone Number,Job Seeker"
                + " Activity Level,Preferred Start Time Range,Commute Preference Starting"
                + " Address,Commute Preference Starting Time,Mode Of Transportation,Maximum Commute"
                + " Duration,Open Candidate Visibility,Job Seeking Urgency Level,Semantic"
                + " Preferences");
    Draw draw = scene.draw("preferences");
    Person person = scene.person();
    if (isWorking(scene) && draw.chance(0.15)) {
      table.add(
          List.of(Category.JOB_APPLICATION, Category.CONTACT, Category.CONTACT),
          person.home().place(),
          person.occupation().fieldName(),
          "51-200|201-500",
          "FULL_TIME|PART_TIME",
          String.join("|", draw.some(person.occupation().titles(), 2)),
          draw.pick("Yes", "No"),
          employer(scene, draw),
          "Yes",
          "",
          Passage.of("I am looking, quietly.").add(scene.canary("job-preferences")),
          new Passage().plant("phone", Plants.phone(person)),
          "CASUALLY_LOOKING",
          "",
          new Passage().plant("address", person.home().address()),
          "8:00 AM",
          "TRANSIT",
          "45 minutes",
          "RECRUITERS_ONLY",
          "FLEXIBLE",
          "");
    }
    return table;
  }

  static Table alerts(Scene scene) {
    var table = Table.of("SavedJobAlerts.csv", "ALERT_PARAMETERS,QUERY_CONTEXT,SAVED_SEARCH_ID");
    Draw draw = scene.draw("alerts");
    if (isWorking(scene) && draw.chance(0.22)) {
      table.add(
          Category.JOB_APPLICATION,
          "{frequency=" + draw.pick("DAILY", "WEEKLY") + "}",
          "{keywords=%s, geo=%s}"
              .formatted(
                  scene.person().career().title().toLowerCase(java.util.Locale.ROOT),
                  scene.person().home().city().name()),
          Integer.toString(draw.between(1_700_000_000, 1_799_999_999)));
    }
    return table;
  }

  static Table providers(Scene scene) {
    var table =
        Table.of(
            "Services Marketplace/Providers.csv",
            "Creation Time,Marketplace Type,ProFinder Service Category,Secondary Service"
                + " Category,Available to Work Remotely,Status");
    Draw draw = scene.draw("services");
    if (isWorking(scene) && draw.chance(0.04)) {
      Instant at = Timeline.moment(draw, Timeline.DAY.minusYears(3), Timeline.DAY.minusDays(9));
      table.add(
          Category.JOB_APPLICATION,
          Timeline.brief(at),
          "SERVICE_MARKETPLACE",
          draw.pick(scene.person().occupation().skills()),
          "",
          "Yes",
          "ACTIVE");
    }
    return table;
  }
}
