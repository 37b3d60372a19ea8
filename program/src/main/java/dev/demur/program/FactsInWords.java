package dev.demur.program;

import dev.demur.model.Decision;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.Reason;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import dev.demur.program.ProgramDefinition.Region;
import dev.demur.program.ProgramDefinition.Toggle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says in words which facts each clause looks at. Dates and countries, never names or ids.
final class FactsInWords {
  private static final String NOT_KNOWN = "not known";

  private final Program program;
  private final ProgramDefinition definition;
  private final Use use;
  private final RecordFacts record;
  private final Map<MemberId, MemberFacts> members;
  private final Instant at;
  private final Optional<MemberFacts> author;
  private final List<Region> regions;

  FactsInWords(
      Program program,
      Use use,
      RecordFacts record,
      Map<MemberId, MemberFacts> members,
      Instant at) {
    this.program = program;
    this.definition = program.definition();
    this.use = use;
    this.record = record;
    this.members = members;
    this.at = at;
    this.author =
        record
            .author()
            .flatMap(id -> Optional.ofNullable(members.get(id)))
            .map(facts -> Edges.asKnownAt(facts, at));
    this.regions = author.map(this::regionsThatCount).orElse(List.of());
  }

  private List<Region> regionsThatCount(MemberFacts facts) {
    Law law = program.law();
    Occasion occasion = law.on(Index.of(use.purpose()), Index.of(use.recipient()), at);
    long mask =
        occasion.regionsThatCount(Ticks.orUnknown(record.createdAt()), PackedFacts.pack(facts), 0);
    List<Region> counting = new ArrayList<>();
    for (int i = 0; i < law.regions; i++) {
      if ((mask & (1L << i)) != 0) {
        counting.add(definition.regions().get(i));
      }
    }
    return counting;
  }

  /// Where the clause stands that would give a reason.
  String clause(Reason reason) {
    String region = regions.isEmpty() ? "regions" : "regions." + regions.getFirst().id();
    return switch (reason) {
      case RECORD_DELETED, ACCOUNT_CLOSED, AUTHOR_UNKNOWN, AGE_UNKNOWN, REGION_UNKNOWN ->
          "facts." + reason.code();
      case CATEGORY_NEVER, CATEGORY_NOT_COVERED ->
          program.law().categoryPath[Index.of(record.category())];
      case PURPOSE_NOT_COVERED -> "purposes";
      case MINOR -> "age.minimum";
      case REGION_NOT_COVERED -> region;
      case NOT_STARTED -> region + ".starts";
      case RECIPIENT_NOT_ALLOWED -> region + ".recipients." + use.recipient();
      case OBJECTION_GRANTED -> "controls.objection.reaches";
      case OBJECTION_PENDING -> "controls.objection.pending";
      case TOGGLE_OFF -> "controls.toggle";
      case NOTICE_MISSING, NOTICE_TOO_RECENT ->
          regions.isEmpty() ? "notice" : regions.getFirst().notice().path();
      case OUTSIDE_WINDOW -> "window";
      case SUBJECT_DENIED -> "subjects.about";
      case SPECIAL_CATEGORY -> "";
    };
  }

  String facts(Reason reason) {
    return switch (reason) {
      case RECORD_DELETED ->
          record
              .deletedAt()
              .filter(when -> !when.isAfter(at))
              .map(when -> "deleted " + when)
              .orElse("not deleted");
      case ACCOUNT_CLOSED ->
          ofAuthor(facts -> facts.closedAt().map(when -> "closed " + when).orElse("open"));
      case AUTHOR_UNKNOWN ->
          record.author().isPresent()
              ? ofAuthor(_ -> "the author is a member")
              : "no author is given";
      case CATEGORY_NEVER, CATEGORY_NOT_COVERED -> "category " + record.category();
      case PURPOSE_NOT_COVERED ->
          "purpose %s; covered: %s".formatted(use.purpose(), codes(definition.purposes()));
      case AGE_UNKNOWN ->
          ofAuthor(facts -> facts.birthDate().map(_ -> "birth date known").orElse(NOT_KNOWN));
      case MINOR -> ofAuthor(facts -> facts.birthDate().map(this::age).orElse(NOT_KNOWN));
      case REGION_UNKNOWN, REGION_NOT_COVERED -> ofAuthor(this::residence);
      case NOT_STARTED -> each(region -> "%s starts %s".formatted(region.id(), region.starts()));
      case RECIPIENT_NOT_ALLOWED -> each(this::recipient);
      case OBJECTION_GRANTED, OBJECTION_PENDING -> ofAuthor(this::objections);
      case TOGGLE_OFF -> ofAuthor(this::toggle);
      case NOTICE_MISSING, NOTICE_TOO_RECENT -> ofAuthor(this::notice);
      case OUTSIDE_WINDOW ->
          record.createdAt().map(when -> "created " + when).orElse("creation not known");
      case SUBJECT_DENIED -> subjects();
      case SPECIAL_CATEGORY -> "";
    };
  }

  private String ofAuthor(Function<MemberFacts, String> words) {
    return author.map(words).orElse("the author is not a member");
  }

  private String age(LocalDate born) {
    String now = years(born, at) + " years old";
    return record
        .createdAt()
        .map(created -> now + ", " + years(born, created) + " when the record was created")
        .orElse(now + "; when the record was created is not known");
  }

  private int years(LocalDate born, Instant when) {
    return Period.between(born, LocalDate.ofInstant(when, definition.zone())).getYears();
  }

  private String residence(MemberFacts facts) {
    String homes =
        facts.countries().stream()
            .sorted(Comparator.comparing(Residence::from))
            .map(home -> home.country() + " since " + home.from())
            .collect(Collectors.joining(", "));
    String counting = regions.stream().map(Region::id).collect(Collectors.joining(", "));
    return homes.isEmpty()
        ? NOT_KNOWN
        : homes + "; regions that count: " + (counting.isEmpty() ? "none" : counting);
  }

  private String recipient(Region region) {
    Instant from = region.allowedFrom().get(use.recipient());
    String rule =
        from == null ? "refused" : from.equals(Instant.MIN) ? "allowed" : "allowed from " + from;
    return "%s in %s: %s".formatted(use.recipient(), region.id(), rule);
  }

  private String each(Function<Region, String> words) {
    return regions.isEmpty()
        ? "no region"
        : regions.stream().map(words).collect(Collectors.joining("; "));
  }

  private String objections(MemberFacts facts) {
    return facts.objections().isEmpty()
        ? "none filed"
        : facts.objections().stream().map(this::objection).collect(Collectors.joining("; "));
  }

  private String objection(Objection objection) {
    boolean reaches =
        objection.covers().stream()
            .map(definition.objection().reaches()::get)
            .anyMatch(reach -> reach != null && reach.reaches(use.purpose(), record.category()));
    String outcome =
        objection.state().name().toLowerCase(java.util.Locale.ROOT)
            + objection.decidedAt().map(when -> " " + when).orElse("");
    String covers =
        objection.covers().stream()
            .sorted()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return "filed %s against %s, %s%s"
        .formatted(
            objection.filedAt(), covers, outcome, reaches ? "" : " (does not reach this use)");
  }

  private String toggle(MemberFacts facts) {
    return definition.toggles().isEmpty()
        ? "the program has none"
        : definition.toggles().entrySet().stream()
            .map(entry -> toggle(entry.getKey(), entry.getValue(), facts))
            .collect(Collectors.joining("; "));
  }

  private String toggle(Switch which, Toggle toggle, MemberFacts facts) {
    String state =
        facts.toggle().stream()
            .filter(change -> change.which() == which)
            .sorted(Comparator.comparing(ToggleChange::at))
            .reduce((earlier, later) -> later)
            .map(change -> (change.on() ? "on since " : "off since ") + change.at())
            .orElse(toggle.defaultOn() ? "on by default" : "off by default");
    String named = which == Switch.MAIN ? state : which + " " + state;
    return toggle.reaches(use, record.category()) ? named : named + " (does not reach this use)";
  }

  private String notice(MemberFacts facts) {
    String told =
        facts.notices().stream()
            .map(Notice::deliveredAt)
            .min(Comparator.naturalOrder())
            .map(when -> "told " + when)
            .orElse("not told");
    return told + "; " + each(this::lead);
  }

  private String lead(Region region) {
    return region.notice().required()
        ? "%s asks for %d days".formatted(region.id(), region.notice().leadDays())
        : region.id() + " asks for none";
  }

  /// Everybody whom the record is about, each by an own answer.
  private String subjects() {
    if (record.about().isEmpty()) {
      return "about nobody else";
    }
    List<String> answers = new ArrayList<>();
    for (MemberId subject : record.about()) {
      var own =
          new RecordFacts(
              record.category(),
              record.createdAt(),
              Optional.of(subject),
              List.of(),
              List.of(),
              Optional.empty());
      Decision decision = program.decide(use, own, id -> Optional.ofNullable(members.get(id)), at);
      answers.add(Explanation.inWords(decision));
    }
    return "about %d: %s".formatted(answers.size(), String.join(", ", answers));
  }

  private static String codes(List<Purpose> purposes) {
    return purposes.stream().map(Purpose::code).collect(Collectors.joining(", "));
  }
}
