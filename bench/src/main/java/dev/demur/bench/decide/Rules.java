package dev.demur.bench.decide;

import static dev.demur.bench.decide.Condition.all;
import static dev.demur.bench.decide.Condition.before;
import static dev.demur.bench.decide.Condition.not;

import dev.demur.bench.decide.Condition.Before;
import dev.demur.bench.decide.Condition.Empty;
import dev.demur.bench.decide.Condition.Holds;
import dev.demur.bench.decide.Condition.HoldsAny;
import dev.demur.bench.decide.Condition.HoldsOther;
import dev.demur.bench.decide.Condition.Is;
import dev.demur.bench.decide.Condition.OneOf;
import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Purpose;
import dev.demur.model.Reason;
import dev.demur.model.Recipient;
import dev.demur.model.Switch;
import dev.demur.program.ProgramDefinition;
import dev.demur.program.ProgramDefinition.CategoryRule;
import dev.demur.program.ProgramDefinition.Clock;
import dev.demur.program.ProgramDefinition.CreatedAsMinor;
import dev.demur.program.ProgramDefinition.Pending;
import dev.demur.program.ProgramDefinition.Reach;
import dev.demur.program.ProgramDefinition.Region;
import dev.demur.program.ProgramDefinition.Standing;
import dev.demur.program.ProgramDefinition.Toggle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A program as a list of rules that forbid, in the order in which the first that applies is given.
final class Rules {
  /// Other codes of countries, as the page on the program language has them.
  private static final Map<String, String> ALIASES = Map.of("UK", "GB", "EL", "GR");

  private final ProgramDefinition program;
  private final List<Rule> rules = new ArrayList<>();

  /// Something that forbids.
  ///
  /// @param ofRecord whether it is about the record, and not asked of those whom the record names
  record Rule(Reason reason, String clause, boolean ofRecord, Condition when) {}

  private Rules(ProgramDefinition program) {
    this.program = program;
  }

  static List<Rule> of(ProgramDefinition program) {
    var rules = new Rules(program);
    rules.gone();
    rules.categories();
    rules.ages();
    rules.regions();
    rules.objections();
    rules.toggles();
    rules.notices();
    rules.window();
    return List.copyOf(rules.rules);
  }

  private void ofRecord(Reason reason, String clause, Condition when) {
    rules.add(new Rule(reason, clause, true, when));
  }

  private void ofPerson(Reason reason, String clause, Condition when) {
    rules.add(new Rule(reason, clause, false, when));
  }

  private void gone() {
    ofRecord(Reason.RECORD_DELETED, "facts.record-deleted", new Is("deleted"));
    ofPerson(Reason.ACCOUNT_CLOSED, "facts.account-closed", new Is("closed"));
    ofPerson(Reason.AUTHOR_UNKNOWN, "facts.author-unknown", not(new Is("known")));
  }

  private void categories() {
    Map<String, Set<String>> never = new TreeMap<>();
    Map<String, Set<String>> out = new TreeMap<>();
    for (Category category : Category.values()) {
      CategoryRule rule = ruleFor(category);
      String clause = rule == null ? "categories" : "categories." + rule.pattern();
      if (rule == null || rule.standing() == Standing.OUT) {
        out.computeIfAbsent(clause, _ -> new TreeSet<>()).add(category.code());
      } else if (rule.standing() == Standing.NEVER) {
        never.computeIfAbsent(clause, _ -> new TreeSet<>()).add(category.code());
      }
    }
    never.forEach(
        (clause, of) -> ofRecord(Reason.CATEGORY_NEVER, clause, new OneOf("category", of)));
    out.forEach(
        (clause, of) -> ofRecord(Reason.CATEGORY_NOT_COVERED, clause, new OneOf("category", of)));
    Set<String> covered =
        program.purposes().stream().map(Purpose::code).collect(Collectors.toSet());
    ofRecord(Reason.PURPOSE_NOT_COVERED, "purposes", not(new OneOf("purpose", covered)));
  }

  private @org.jspecify.annotations.Nullable CategoryRule ruleFor(Category category) {
    CategoryRule found = null;
    for (CategoryRule rule : program.categories()) {
      if (rule.pattern().equals(category.code())) {
        return rule;
      }
      if (rule.pattern().equals(category.family() + ".*")) {
        found = rule;
      }
    }
    return found;
  }

  private void ages() {
    ofPerson(Reason.AGE_UNKNOWN, "facts.age-unknown", not(new Is("ageKnown")));
    ofPerson(Reason.MINOR, "age.minimum", new Before("at", "adultSince", 0));
    if (program.age().createdAsMinor() == CreatedAsMinor.DENY) {
      ofPerson(
          Reason.MINOR,
          "age.created-as-minor",
          all(new Is("createdKnown"), new Before("createdAt", "adultSince", 0)));
    }
  }

  private void regions() {
    Set<String> known = withAliases(Set.of(Locale.getISOCountries()));
    Set<String> named = withAliases(program.notCovered());
    program.regions().forEach(region -> named.addAll(withAliases(region.countries())));
    ofPerson(Reason.REGION_UNKNOWN, "facts.region-unknown", new Empty("countries"));
    ofPerson(Reason.REGION_UNKNOWN, "facts.region-unknown", new HoldsOther("countries", known));
    if (program.regions().stream().noneMatch(Region::isRest)) {
      ofPerson(Reason.REGION_NOT_COVERED, "regions", new HoldsOther("countries", named));
    }
    if (!program.notCovered().isEmpty()) {
      ofPerson(
          Reason.REGION_NOT_COVERED,
          "not-covered",
          new HoldsAny("countries", withAliases(program.notCovered())));
    }
    for (Region region : program.regions()) {
      region
          .ends()
          .ifPresent(end ->
              ofPerson(
                  Reason.REGION_NOT_COVERED,
                  clause(region, "ends"),
                  all(in(region, named), not(before("at", end)))));
    }
    for (Region region : program.regions()) {
      ofPerson(
          Reason.NOT_STARTED,
          clause(region, "starts"),
          all(in(region, named), before("at", region.starts())));
    }
    for (Region region : program.regions()) {
      for (Recipient recipient : Recipient.values()) {
        recipient(region, recipient, in(region, named));
      }
    }
  }

  private void recipient(Region region, Recipient recipient, Condition here) {
    Instant from = region.allowedFrom().get(recipient);
    String clause = clause(region, "recipients." + recipient.code());
    Condition asked = new OneOf("recipient", Set.of(recipient.code()));
    if (from == null) {
      ofPerson(Reason.RECIPIENT_NOT_ALLOWED, clause, all(asked, here));
    } else if (!from.equals(Instant.MIN)) {
      ofPerson(Reason.RECIPIENT_NOT_ALLOWED, clause, all(asked, here, before("at", from)));
    }
  }

  private static String clause(Region region, String key) {
    return "regions." + region.id() + "." + key;
  }

  private static Condition in(Region region, Set<String> named) {
    return region.isRest()
        ? new HoldsOther("countries", named)
        : new HoldsAny("countries", withAliases(region.countries()));
  }

  private static Set<String> withAliases(Set<String> countries) {
    Set<String> all = new TreeSet<>(countries);
    ALIASES.forEach((alias, code) -> {
      if (countries.contains(code)) {
        all.add(alias);
      }
    });
    return all;
  }

  private static Condition reached(Reach reach) {
    return all(
        new OneOf(
            "purpose", reach.purposes().stream().map(Purpose::code).collect(Collectors.toSet())),
        new OneOf(
            "category",
            reach.categories().stream().map(Category::code).collect(Collectors.toSet())));
  }

  private void objections() {
    Map<Control, Reach> reaches = program.objection().reaches();
    reaches.forEach((control, reach) ->
        ofPerson(
            Reason.OBJECTION_GRANTED,
            "controls.objection.reaches." + control,
            all(new Holds("objections", "granted:" + control), reached(reach))));
    if (program.objection().pending() == Pending.RESTRICTS) {
      reaches.forEach((control, reach) ->
          ofPerson(
              Reason.OBJECTION_PENDING,
              "controls.objection.pending",
              all(new Holds("objections", "pending:" + control), reached(reach))));
    }
  }

  private void toggles() {
    for (Map.Entry<Switch, Toggle> each : program.toggles().entrySet()) {
      Toggle toggle = each.getValue();
      String off = toggle.clock() == Clock.DATA_TIME ? "offAtCreation" : "off";
      Set<String> recipients =
          toggle.recipients().stream().map(Recipient::code).collect(Collectors.toSet());
      ofPerson(
          Reason.TOGGLE_OFF,
          toggle.path(),
          all(
              new Holds(off, each.getKey().code()),
              new OneOf("recipient", recipients),
              reached(toggle.covers())));
    }
  }

  private void notices() {
    Set<String> named = withAliases(program.notCovered());
    program.regions().forEach(region -> named.addAll(withAliases(region.countries())));
    for (Region region : program.regions()) {
      if (region.notice().required()) {
        ofPerson(
            Reason.NOTICE_MISSING,
            region.notice().path() + ".required",
            all(in(region, named), not(new Is("noticed"))));
      }
    }
    for (Region region : program.regions()) {
      if (region.notice().required()) {
        long lead = Duration.ofDays(region.notice().leadDays()).toMillis();
        ofPerson(
            Reason.NOTICE_TOO_RECENT,
            region.notice().path() + ".lead-days",
            all(in(region, named), new Is("noticed"), new Before("at", "noticedAt", lead)));
      }
    }
  }

  private void window() {
    Condition dated = new Is("createdKnown");
    outside("window", all(dated, new Before("at", "createdAt", 0)));
    program
        .window()
        .from()
        .ifPresent(from -> {
          outside("window.from", not(dated));
          outside("window.from", before("createdAt", from));
        });
    program
        .window()
        .until()
        .ifPresent(until -> {
          outside("window.until", not(dated));
          outside("window.until", not(before("createdAt", until)));
        });
    if (program.window().maxAgeDays().isPresent()) {
      long oldest = Duration.ofDays(program.window().maxAgeDays().getAsInt()).toMillis();
      outside("window.max-age-days", not(dated));
      outside("window.max-age-days", new Before("createdAt", "at", -oldest));
    }
  }

  private void outside(String clause, Condition when) {
    ofRecord(Reason.OUTSIDE_WINDOW, clause, when);
  }
}
