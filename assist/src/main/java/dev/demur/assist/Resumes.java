package dev.demur.assist;

import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.profile.OwnText;
import dev.demur.assist.profile.Position;
import dev.demur.assist.profile.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Résumés from a member's own facts; what a job asks for comes first, and nothing is added.
final class Resumes {
  private Resumes() {}

  /// @param job the text of the job; may be empty
  static Optional<Draft> of(MemberProfile member, String job) {
    List<String> lines = new ArrayList<>();
    section("Skills", skills(member, OwnText.of(List.of(job))), lines);
    section("Experience", member.positions().stream().flatMap(Resumes::job).toList(), lines);
    section("Education", member.studies().stream().flatMap(Resumes::study).toList(), lines);
    section("Certificates", texts(member.facts(FactKind.CERTIFICATION)), lines);
    section("Languages", texts(member.facts(FactKind.LANGUAGE)), lines);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Draft(Origin.FACTS, String.join("\n", lines)));
  }

  private static void section(String name, List<String> content, List<String> lines) {
    if (!content.isEmpty()) {
      lines.add(name + ":");
      content.forEach(line -> lines.add("- " + line));
    }
  }

  private static List<String> skills(MemberProfile member, OwnText job) {
    return texts(
        member.facts(FactKind.SKILL).stream()
            .sorted(Comparator.comparing(skill -> !job.says(skill.words())))
            .toList());
  }

  private static List<String> texts(List<Fact> facts) {
    return facts.stream().map(Fact::text).distinct().toList();
  }

  private static Stream<String> job(Position position) {
    return Stream.of(together(position.title(), position.company()), text(position.description()))
        .filter(line -> !line.isBlank());
  }

  private static Stream<String> study(Study study) {
    return Stream.of(together(study.degree(), study.school())).filter(line -> !line.isBlank());
  }

  private static String together(Optional<Fact> what, Optional<Fact> where) {
    return String.join(
        ", ", Stream.of(what, where).flatMap(Optional::stream).map(Fact::text).toList());
  }

  private static String text(Optional<Fact> fact) {
    return fact.map(Fact::text).orElse("");
  }
}
