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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Résumés from a member's own facts; what a job asks for comes first, and nothing is added.
final class Resumes {
  private static final String SKILLS = "Skills";
  private static final String EXPERIENCE = "Experience";
  private static final String EDUCATION = "Education";
  private static final String CERTIFICATES = "Certificates";
  private static final String LANGUAGES = "Languages";
  private static final String TODAY = "today";
  private static final Pattern BULLET = Pattern.compile("^[-–•*·]\\s*");

  /// Our words, which state nothing: somebody else's skill may be called the same.
  static final List<String> HEADINGS =
      List.of(SKILLS, EXPERIENCE, EDUCATION, CERTIFICATES, LANGUAGES, TODAY);

  private Resumes() {}

  /// @param job the text of the job; may be empty
  static Optional<Draft> of(MemberProfile member, String job) {
    List<String> lines = new ArrayList<>();
    section(SKILLS, skills(member, OwnText.of(List.of(job))), lines);
    section(
        EXPERIENCE, member.positions().stream().flatMap(each -> job(member, each)).toList(), lines);
    section(
        EDUCATION, member.studies().stream().flatMap(each -> study(member, each)).toList(), lines);
    section(CERTIFICATES, texts(member.facts(FactKind.CERTIFICATION)), lines);
    section(LANGUAGES, texts(member.facts(FactKind.LANGUAGE)), lines);
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

  private static Stream<String> job(MemberProfile member, Position position) {
    String head = together(position.title(), position.company());
    String dates = dates(member, position.title().or(position::company), position.current());
    Stream<String> lines =
        position.description().map(Fact::text).orElse("").lines().map(Resumes::withoutBullet);
    return Stream.concat(Stream.of(head + dates), lines).filter(line -> !line.isBlank());
  }

  private static Stream<String> study(MemberProfile member, Study study) {
    String head = together(study.degree(), study.school());
    return head.isBlank()
        ? Stream.of()
        : Stream.of(head + dates(member, study.degree().or(study::school), false));
  }

  /// When it began and ended, as the record says.
  private static String dates(MemberProfile member, Optional<Fact> of, boolean current) {
    List<String> dates =
        of.stream()
            .flatMap(fact ->
                member.facts(FactKind.DATE).stream()
                    .filter(date -> date.record().equals(fact.record())))
            .map(Fact::text)
            .filter(date -> !date.isBlank())
            .collect(Collectors.toCollection(ArrayList::new));
    if (current && !dates.isEmpty()) {
      dates.add(TODAY);
    }
    return dates.isEmpty() ? "" : " (" + String.join(" – ", dates) + ")";
  }

  private static String withoutBullet(String line) {
    return BULLET.matcher(line.strip()).replaceFirst("");
  }

  private static String together(Optional<Fact> what, Optional<Fact> where) {
    return String.join(
        ", ", Stream.of(what, where).flatMap(Optional::stream).map(Fact::text).toList());
  }
}
