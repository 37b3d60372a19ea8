package dev.demur.program;

import static java.util.Objects.requireNonNull;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.MemberId;
import dev.demur.model.Reason;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The law a second time: slow, straight from the YAML, sharing no code with the compiled one.
///
/// Written from the page on the program language; where the two disagree, one of them is wrong.
final class SlowLaw {
  private static final String ANY = "any";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private final Map<String, Object> yaml;
  private final ZoneId zone;

  SlowLaw(String text) {
    yaml = map(new Load(LoadSettings.builder().build()).loadFromString(text));
    zone = ZoneId.of(text(yaml, "zone"));
  }

  /// A denial before its people to redact are known.
  private record Denial(Reason reason, String clause) {}

  Decision decide(Use use, RecordFacts record, MemberFactSource members, Instant at) {
    var redact = new LinkedHashSet<MemberId>();
    for (MemberId mentioned : record.mentions()) {
      if (text(map(yaml.get("subjects")), "mentioned").equals("redact")
          && otherPerson(mentioned, use, record, members, at).isPresent()) {
        redact.add(mentioned);
      }
    }
    Optional<MemberFacts> author = record.author().flatMap(members::factsOf);
    Optional<Denial> denial =
        firstOf(
            () ->
                when(
                    happened(record.deletedAt(), at),
                    Reason.RECORD_DELETED,
                    "facts.record-deleted"),
            () -> closed(author, at),
            () -> when(author.isEmpty(), Reason.AUTHOR_UNKNOWN, "facts.author-unknown"),
            () -> category(record.category()),
            () ->
                when(
                    !list(yaml.get("purposes")).contains(use.purpose().code()),
                    Reason.PURPOSE_NOT_COVERED,
                    "purposes"),
            () -> personal(author.orElseThrow(), use, record, at),
            () -> window(record, at),
            () -> subjects(use, record, members, at));
    return denial
        .<Decision>map(d -> new Decision.Deny(d.reason(), d.clause(), List.copyOf(redact)))
        .orElseGet(() -> new Decision.Permit(categoryRule(record.category()), List.copyOf(redact)));
  }

  private Optional<Denial> subjects(
      Use use, RecordFacts record, MemberFactSource members, Instant at) {
    if (!text(map(yaml.get("subjects")), "about").equals("must-permit")) {
      return Optional.empty();
    }
    return record.about().stream()
        .map(subject -> otherPerson(subject, use, record, members, at))
        .flatMap(Optional::stream)
        .findFirst()
        .map(own ->
            new Denial(
                Reason.SUBJECT_DENIED,
                "subjects.about (" + own.reason() + ": " + own.clause() + ")"));
  }

  private Optional<Denial> otherPerson(
      MemberId person, Use use, RecordFacts record, MemberFactSource members, Instant at) {
    Optional<MemberFacts> facts = members.factsOf(person);
    return firstOf(
        () -> closed(facts, at),
        () -> when(facts.isEmpty(), Reason.AUTHOR_UNKNOWN, "facts.author-unknown"),
        () -> personal(facts.orElseThrow(), use, record, at));
  }

  private static Optional<Denial> closed(Optional<MemberFacts> facts, Instant at) {
    return when(
        happened(facts.flatMap(MemberFacts::closedAt), at),
        Reason.ACCOUNT_CLOSED,
        "facts.account-closed");
  }

  private Optional<Denial> personal(MemberFacts facts, Use use, RecordFacts record, Instant at) {
    List<String> places = places(facts, record.createdAt(), at);
    return firstOf(
        () -> age(facts, record, at),
        () -> regions(places, use, at),
        () -> objection(facts, use, record.category(), at),
        () -> toggle(facts, use, record, at),
        () -> notice(facts, places, at));
  }

  // ---- categories -------------------------------------------------------------------------

  private String categoryRule(Category category) {
    Map<String, Object> rules = map(yaml.get("categories"));
    String family = category.family() + ".*";
    return rules.containsKey(category.code())
        ? "categories." + category.code()
        : rules.containsKey(family) ? "categories." + family : "categories";
  }

  private Optional<Denial> category(Category category) {
    String rule = categoryRule(category);
    Object standing = map(yaml.get("categories")).get(rule.replaceFirst("categories\\.?", ""));
    if ("in".equals(standing)) {
      return Optional.empty();
    }
    return Optional.of(
        new Denial(
            "never".equals(standing) ? Reason.CATEGORY_NEVER : Reason.CATEGORY_NOT_COVERED, rule));
  }

  // ---- age --------------------------------------------------------------------------------

  private Optional<Denial> age(MemberFacts facts, RecordFacts record, Instant at) {
    if (facts.birthDate().isEmpty()) {
      return Optional.of(new Denial(Reason.AGE_UNKNOWN, "facts.age-unknown"));
    }
    LocalDate born = facts.birthDate().get();
    if (isMinor(born, at)) {
      return Optional.of(new Denial(Reason.MINOR, "age.minimum"));
    }
    boolean minorThen = record.createdAt().filter(created -> isMinor(born, created)).isPresent();
    return when(
        minorThen && text(map(yaml.get("age")), "created-as-minor").equals("deny"),
        Reason.MINOR,
        "age.created-as-minor");
  }

  private boolean isMinor(LocalDate born, Instant when) {
    int minimum = number(map(yaml.get("age")), "minimum");
    return Period.between(born, LocalDate.ofInstant(when, zone)).getYears() < minimum;
  }

  // ---- regions ----------------------------------------------------------------------------

  /// Where the record has lived with this person: region ids, or the marks below.
  private List<String> places(MemberFacts facts, Optional<Instant> createdAt, Instant at) {
    List<Residence> homes =
        facts.countries().stream().sorted(Comparator.comparing(Residence::from)).toList();
    boolean strictest = text(map(yaml.get("facts")), "moved").equals("strictest");
    List<String> places = new ArrayList<>();
    for (int i = 0; i < homes.size(); i++) {
      Instant from = homes.get(i).from();
      Instant until = i + 1 < homes.size() ? homes.get(i + 1).from() : Instant.MAX;
      boolean begun = !from.isAfter(at);
      boolean current = begun && until.isAfter(at);
      boolean lasted = until.isAfter(from);
      boolean sawRecord = createdAt.map(until::isAfter).orElse(true);
      if (current || (strictest && begun && lasted && sawRecord)) {
        places.add(place(homes.get(i).country()));
      }
    }
    return places;
  }

  private String place(String code) {
    String country = code.equals("UK") ? "GB" : code.equals("EL") ? "GR" : code;
    if (!COUNTRIES.contains(country)) {
      return "unknown";
    }
    if (yaml.containsKey("not-covered") && list(yaml.get("not-covered")).contains(country)) {
      return "left out";
    }
    String rest = "nowhere";
    for (String id : map(yaml.get("regions")).keySet()) {
      Object countries = requireNonNull(region(id).get("countries"));
      if (countries.equals("rest")) {
        rest = id;
      } else if (list(countries).contains(country)) {
        return id;
      }
    }
    return rest;
  }

  private Map<String, Object> region(String id) {
    return map(map(yaml.get("regions")).get(id));
  }

  private ZoneId zoneOf(Map<String, Object> region) {
    return region.containsKey("zone") ? ZoneId.of(text(region, "zone")) : zone;
  }

  private Optional<Denial> regions(List<String> places, Use use, Instant at) {
    List<String> ids = map(yaml.get("regions")).keySet().stream().filter(places::contains).toList();
    return firstOf(
        () ->
            when(
                places.isEmpty() || places.contains("unknown"),
                Reason.REGION_UNKNOWN,
                "facts.region-unknown"),
        () -> when(places.contains("nowhere"), Reason.REGION_NOT_COVERED, "regions"),
        () -> when(places.contains("left out"), Reason.REGION_NOT_COVERED, "not-covered"),
        () -> firstRegion(ids, id -> ended(id, at), Reason.REGION_NOT_COVERED, "ends"),
        () -> firstRegion(ids, id -> !started(id, at), Reason.NOT_STARTED, "starts"),
        () ->
            firstRegion(
                ids,
                id -> !allowed(id, use, at),
                Reason.RECIPIENT_NOT_ALLOWED,
                "recipients." + use.recipient().code()));
  }

  private static Optional<Denial> firstRegion(
      List<String> ids, java.util.function.Predicate<String> denies, Reason reason, String key) {
    return ids.stream()
        .filter(denies)
        .findFirst()
        .map(id -> new Denial(reason, "regions." + id + "." + key));
  }

  private boolean started(String id, Instant at) {
    return !instant(text(region(id), "starts"), zoneOf(region(id))).isAfter(at);
  }

  private boolean ended(String id, Instant at) {
    return region(id).containsKey("ends")
        && !instant(text(region(id), "ends"), zoneOf(region(id))).isAfter(at);
  }

  private boolean allowed(String id, Use use, Instant at) {
    String rule = text(map(region(id).get("recipients")), use.recipient().code());
    return switch (rule) {
      case "allowed" -> true;
      case "refused" -> false;
      default -> !instant(rule, zoneOf(region(id))).isAfter(at);
    };
  }

  // ---- controls ---------------------------------------------------------------------------

  private Optional<Denial> objection(MemberFacts facts, Use use, Category category, Instant at) {
    Map<String, Object> form = map(map(yaml.get("controls")).get("objection"));
    Map<String, Object> reaches = map(form.get("reaches"));
    var granted = new TreeSet<Control>();
    boolean pending = false;
    for (Objection objection : facts.objections()) {
      if (objection.filedAt().isAfter(at)) {
        continue;
      }
      for (Control control : objection.covers()) {
        if (!reaches.containsKey(control.code())
            || !reaches(map(reaches.get(control.code())), use, category)) {
          continue;
        }
        switch (objection.state()) {
          case PENDING -> pending = true;
          case GRANTED -> {
            if (objection.decidedAt().orElse(objection.filedAt()).isAfter(at)) {
              pending = true;
            } else {
              granted.add(control);
            }
          }
          case REFUSED, WITHDRAWN ->
              pending |= objection.decidedAt().orElse(Instant.MAX).isAfter(at);
        }
      }
    }
    if (!granted.isEmpty()) {
      String clause = "controls.objection.reaches." + granted.first();
      return Optional.of(new Denial(Reason.OBJECTION_GRANTED, clause));
    }
    return when(
        pending && text(form, "pending").equals("restricts"),
        Reason.OBJECTION_PENDING,
        "controls.objection.pending");
  }

  private Optional<Denial> toggle(MemberFacts facts, Use use, RecordFacts record, Instant at) {
    return firstOf(
        () -> toggle("toggle", Switch.MAIN, facts, use, record, at),
        () -> toggle("partner-toggle", Switch.PARTNERS, facts, use, record, at));
  }

  private Optional<Denial> toggle(
      String key, Switch which, MemberFacts facts, Use use, RecordFacts record, Instant at) {
    Map<String, Object> controls = map(yaml.get("controls"));
    if (!controls.containsKey(key)) {
      return Optional.empty();
    }
    Map<String, Object> toggle = map(controls.get(key));
    Map<String, Object> covers = map(toggle.get("covers"));
    if (!reaches(covers, use, record.category())
        || (covers.containsKey("recipients")
            && !list(covers.get("recipients")).contains(use.recipient().code()))) {
      return Optional.empty();
    }
    List<ToggleChange> changes =
        facts.toggle().stream().filter(change -> change.which() == which).toList();
    boolean byDefault = text(toggle, "default").equals("on");
    boolean on;
    if (text(toggle, "clock").equals("training-time")) {
      on = isOn(changes, byDefault, at);
    } else if (record.createdAt().isPresent()) {
      Instant created = record.createdAt().get();
      on = isOn(changes, byDefault, created.isAfter(at) ? at : created);
    } else {
      on =
          byDefault
              && changes.stream()
                  .filter(change -> !change.at().isAfter(at))
                  .allMatch(ToggleChange::on);
    }
    return when(!on, Reason.TOGGLE_OFF, "controls." + key);
  }

  private static boolean isOn(List<ToggleChange> changes, boolean byDefault, Instant when) {
    return changes.stream()
        .filter(change -> !change.at().isAfter(when))
        .sorted(Comparator.comparing(ToggleChange::at))
        .reduce((earlier, later) -> later)
        .map(ToggleChange::on)
        .orElse(byDefault);
  }

  private static boolean reaches(Map<String, Object> reach, Use use, Category category) {
    return (!reach.containsKey("purposes")
            || list(reach.get("purposes")).contains(use.purpose().code()))
        && (!reach.containsKey("categories") || names(reach.get("categories"), category))
        && !(reach.containsKey("except-categories")
            && names(reach.get("except-categories"), category));
  }

  private static boolean names(Object patterns, Category category) {
    return list(patterns).contains(category.code())
        || list(patterns).contains(category.family() + ".*");
  }

  // ---- notice and window ------------------------------------------------------------------

  private Optional<Denial> notice(MemberFacts facts, List<String> places, Instant at) {
    Optional<Instant> first =
        facts.notices().stream()
            .map(MemberFacts.Notice::deliveredAt)
            .filter(delivered -> !delivered.isAfter(at))
            .min(Comparator.naturalOrder());
    List<String> rules =
        map(yaml.get("regions")).keySet().stream()
            .filter(places::contains)
            .map(id -> region(id).containsKey("notice") ? "regions." + id + ".notice" : "notice")
            .filter(path -> text(noticeAt(path), "required").equals("true"))
            .toList();
    if (first.isEmpty()) {
      return rules.stream()
          .findFirst()
          .map(path -> new Denial(Reason.NOTICE_MISSING, path + ".required"));
    }
    return rules.stream()
        .filter(path ->
            Duration.between(first.get(), at)
                    .compareTo(Duration.ofDays(number(noticeAt(path), "lead-days")))
                < 0)
        .findFirst()
        .map(path -> new Denial(Reason.NOTICE_TOO_RECENT, path + ".lead-days"));
  }

  private Map<String, Object> noticeAt(String path) {
    return path.equals("notice")
        ? map(yaml.get("notice"))
        : map(region(path.split("\\.", -1)[1]).get("notice"));
  }

  private Optional<Denial> window(RecordFacts record, Instant at) {
    Map<String, Object> window = map(yaml.get("window"));
    Optional<Instant> created = record.createdAt();
    Optional<Instant> from = bound(window, "from");
    Optional<Instant> until = bound(window, "until");
    Optional<Instant> oldest =
        Optional.ofNullable(window.get("max-age-days"))
            .map(days -> at.minus(Duration.ofDays((Integer) days)));
    return firstOf(
        () -> outside(created.filter(c -> c.isAfter(at)).isPresent(), "window"),
        () ->
            outside(
                from.isPresent() && !created.filter(c -> !c.isBefore(from.get())).isPresent(),
                "window.from"),
        () ->
            outside(
                until.isPresent() && !created.filter(c -> c.isBefore(until.get())).isPresent(),
                "window.until"),
        () ->
            outside(
                oldest.isPresent() && !created.filter(c -> !c.isBefore(oldest.get())).isPresent(),
                "window.max-age-days"));
  }

  private Optional<Instant> bound(Map<String, Object> window, String key) {
    String text = text(window, key);
    return text.equals(ANY) ? Optional.empty() : Optional.of(instant(text, zone));
  }

  private static Optional<Denial> outside(boolean outside, String clause) {
    return when(outside, Reason.OUTSIDE_WINDOW, clause);
  }

  // ---- plain tools ------------------------------------------------------------------------

  private static Instant instant(String text, ZoneId zone) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  private static boolean happened(Optional<Instant> when, Instant at) {
    return when.filter(w -> !w.isAfter(at)).isPresent();
  }

  private static Optional<Denial> when(boolean applies, Reason reason, String clause) {
    return applies ? Optional.of(new Denial(reason, clause)) : Optional.empty();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Optional<Denial> firstOf(Supplier<Optional<Denial>>... steps) {
    return Stream.of(steps).map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private static String text(Map<String, Object> map, String key) {
    return String.valueOf(map.get(key));
  }

  private static int number(Map<String, Object> map, String key) {
    return (Integer) requireNonNull(map.get(key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) requireNonNull(value);
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) requireNonNull(value);
  }
}
