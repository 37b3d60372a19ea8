package dev.demur.archive.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The text of a saved résumé: who the member is, where they live, what they did, who vouches.
final class Resume {
  private Resume() {}

  static Passage of(Scene scene) {
    Person person = scene.person();
    Draw draw = scene.draw("resume text");
    var text = new Passage();
    text.add(person.name().full().toUpperCase(Locale.ROOT)).add("\n");
    text.add(person.career().title()).add("\n");
    text.plant("address", person.home().address()).add("\n");
    text.plant("phone", Plants.phone(person)).add(" | ").plant("email", person.email()).add("\n\n");
    text.add(draw.pick("PROFILE", "SUMMARY", "ABOUT ME")).add("\n");
    text.add(scene.texts().alone(person, "about", "resume about")).add("\n\n");
    text.add(draw.pick("EXPERIENCE", "WORK HISTORY", "EMPLOYMENT")).add("\n");
    List<Job> jobs = person.career().jobs();
    for (int i = 0; i < Math.min(4, jobs.size()); i++) {
      text.add(job(scene, jobs.get(i), i));
    }
    text.add("\nEDUCATION\n");
    for (Study study : person.career().studies()) {
      String degree = study.degree().isEmpty() ? "" : study.degree() + ", ";
      text.add(degree + study.school() + " (" + study.until().getYear() + ")\n");
    }
    text.add("\nSKILLS\n").add(String.join(", ", person.career().skills())).add("\n");
    referee(scene, draw, text);
    return text;
  }

  private static String job(Scene scene, Job job, int number) {
    String until = job.until().map(Timeline::month).orElse("today");
    return "%s, %s (%s to %s)\n%s\n"
        .formatted(
            job.title(),
            job.employer(),
            Timeline.month(job.since()),
            until,
            scene.texts().position(scene.person(), job, 100 + number));
  }

  private static void referee(Scene scene, Draw draw, Passage text) {
    if (draw.chance(0.7)) {
      Person referee = scene.texts().someone(scene.person(), draw.child("referee"));
      Optional<String> id = Optional.of(referee.id());
      text.add("\nReferences: ").plant("person", referee.name().full(), id);
      text.add(", " + referee.career().title() + ", ");
      text.plant("phone", Plants.phone(referee), id);
    }
  }
}
