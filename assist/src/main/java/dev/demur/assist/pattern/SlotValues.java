package dev.demur.assist.pattern;

import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.profile.Position;
import dev.demur.assist.profile.Study;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one member's facts put into each slot, best first.
///
/// To fill a frame, what stands in one record stays together: the company is that of the title, the
/// school that of the degree.
public final class SlotValues {
  private final Map<Slot, List<String>> values = new EnumMap<>(Slot.class);

  private SlotValues() {}

  /// What the member's own records say, to fill frames with.
  public static SlotValues of(MemberProfile member) {
    SlotValues found = new SlotValues();
    found.jobs(member.positions());
    member.studies().stream()
        .max(Comparator.comparingInt(SlotValues::parts))
        .ifPresent(study -> {
          study.school().ifPresent(school -> found.add(Slot.SCHOOL, school.text()));
          study.degree().ifPresent(degree -> found.add(Slot.DEGREE, degree.text()));
        });
    skills(member).forEach(skill -> found.add(Slot.SKILL, skill));
    texts(member, FactKind.INDUSTRY).forEach(text -> found.add(Slot.INDUSTRY, text));
    texts(member, FactKind.EXPERIENCE).forEach(text -> found.add(Slot.EXPERIENCE, text));
    texts(member, FactKind.LOCATION).forEach(place -> found.add(Slot.CITY, city(place)));
    return found;
  }

  /// The first of the current jobs, and the latest other one.
  private void jobs(List<Position> positions) {
    Optional<Position> now = positions.stream().filter(Position::current).findFirst();
    now.ifPresent(job -> {
      job.title().ifPresent(title -> add(Slot.TITLE, title.text()));
      job.company().ifPresent(company -> add(Slot.COMPANY, company.text()));
    });
    positions.stream()
        .filter(job -> !job.current())
        .max(Comparator.comparingInt(SlotValues::parts))
        .ifPresent(job -> {
          job.title().ifPresent(title -> addFormer(Slot.FORMER_TITLE, title, Slot.TITLE));
          job.company().ifPresent(at -> addFormer(Slot.FORMER_COMPANY, at, Slot.COMPANY));
        });
  }

  private void addFormer(Slot slot, Fact fact, Slot now) {
    if (!in(now).contains(fact.text())) {
      add(slot, fact.text());
    }
  }

  private static int parts(Position job) {
    return (job.title().isPresent() ? 1 : 0) + (job.company().isPresent() ? 1 : 0);
  }

  private static int parts(Study study) {
    return (study.school().isPresent() ? 1 : 0) + (study.degree().isPresent() ? 1 : 0);
  }

  private static List<String> texts(MemberProfile member, FactKind kind) {
    return member.facts(kind).stream().map(Fact::text).toList();
  }

  /// Skills that the running text about the member names come first.
  private static List<String> skills(MemberProfile member) {
    String telling =
        String.join("\n", texts(member, FactKind.TEXT)).toLowerCase(Locale.ROOT)
            + String.join("\n", texts(member, FactKind.HEADLINE)).toLowerCase(Locale.ROOT);
    return texts(member, FactKind.SKILL).stream()
        .sorted(Comparator.comparing(skill -> !telling.contains(skill.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /// All that the rows of one member say, to find it in the member's sentences.
  static SlotValues of(List<CorpusRow> rows) {
    SlotValues found = new SlotValues();
    rows.stream()
        .filter(row -> row.category() == Category.PROFILE_POSITION)
        .sorted(
            Comparator.comparing((CorpusRow row) -> row.fields().containsKey(Fields.FINISHED))
                .thenComparing(
                    (CorpusRow row) -> row.createdAt().orElse(Instant.MIN),
                    Comparator.reverseOrder())
                .thenComparing(CorpusRow::record))
        .forEach(row ->
            found.job(
                row.fields().getOrDefault(Fields.TITLE, ""),
                row.fields().getOrDefault(Fields.COMPANY, "")));
    for (CorpusRow row : rows) {
      switch (row.category()) {
        case PROFILE_EDUCATION -> {
          field(row, Fields.SCHOOL).ifPresent(text -> found.add(Slot.SCHOOL, text));
          field(row, Fields.DEGREE).ifPresent(text -> found.add(Slot.DEGREE, text));
        }
        case PROFILE_SKILL -> field(row, Fields.NAME).ifPresent(s -> found.add(Slot.SKILL, s));
        case PROFILE_LOCATION ->
            field(row, Fields.LOCATION).ifPresent(text -> found.add(Slot.CITY, city(text)));
        default -> field(row, "industry").ifPresent(text -> found.add(Slot.INDUSTRY, text));
      }
    }
    return found;
  }

  private static Optional<String> field(CorpusRow row, String name) {
    return Optional.ofNullable(row.fields().get(name));
  }

  private static String city(String place) {
    int comma = place.indexOf(',');
    return (comma < 0 ? place : place.substring(0, comma)).strip();
  }

  private void job(String title, String company) {
    addJobPart(Slot.TITLE, Slot.FORMER_TITLE, title);
    addJobPart(Slot.COMPANY, Slot.FORMER_COMPANY, company);
  }

  private void addJobPart(Slot now, Slot former, String text) {
    List<String> current = in(now);
    if (current.isEmpty()) {
      add(now, text);
    } else if (!current.contains(text)) {
      add(former, text);
    }
  }

  private void add(Slot slot, String text) {
    List<String> known = values.computeIfAbsent(slot, s -> new ArrayList<>());
    if (!text.isBlank() && !known.contains(text.strip())) {
      known.add(text.strip());
    }
  }

  /// What fits the slot, best first.
  List<String> in(Slot slot) {
    return Collections.unmodifiableList(values.getOrDefault(slot, List.of()));
  }
}
