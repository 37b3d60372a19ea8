package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Signal;
import dev.demur.model.Switch;
import dev.demur.program.Program.Place;
import dev.demur.program.ProgramDefinition.About;
import dev.demur.program.ProgramDefinition.Age;
import dev.demur.program.ProgramDefinition.CategoryRule;
import dev.demur.program.ProgramDefinition.Clock;
import dev.demur.program.ProgramDefinition.CreatedAsMinor;
import dev.demur.program.ProgramDefinition.Mentioned;
import dev.demur.program.ProgramDefinition.Moved;
import dev.demur.program.ProgramDefinition.Objection;
import dev.demur.program.ProgramDefinition.Pending;
import dev.demur.program.ProgramDefinition.Reach;
import dev.demur.program.ProgramDefinition.Standing;
import dev.demur.program.ProgramDefinition.Subjects;
import dev.demur.program.ProgramDefinition.Toggle;
import dev.demur.program.ProgramDefinition.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the YAML of a program into a [ProgramDefinition], or says all that is wrong with it.
///
/// The language is described in `docs/reference/program-language.md`.
final class ProgramReader {
  private static final int MAX_AGE_DAYS = 36_500;
  private static final String DENY = "deny";

  private final Problems problems;
  private final Section root;
  private ZoneId zone = ZoneOffset.UTC;

  private ProgramReader(Problems problems, Section root) {
    this.problems = problems;
    this.root = root;
  }

  /// What was read.
  ///
  /// @param places where each path stands
  /// @param source the whole program as one text
  record Read(ProgramDefinition definition, Map<String, Place> places, String source) {}

  static Read read(ProgramSource source) {
    var problems = new Problems(source.file());
    var includes = new Includes(source, problems);
    Node node = includes.read();
    Section root = Section.of(problems, "", node, Keys.TOP);
    ProgramDefinition definition = new ProgramReader(problems, root).definition();
    problems.throwIfAny();
    return new Read(definition, problems.places(), includes.source(node));
  }

  private ProgramDefinition definition() {
    zone = zone(root);
    Moved moved = facts(root.section("facts", Keys.FACTS));
    Section controls = root.section("controls", Keys.CONTROLS);
    Map<Switch, Toggle> toggles = new EnumMap<>(Switch.class);
    Keys.TOGGLES.forEach((which, key) ->
        controls
            .optionalSection(key, Keys.TOGGLE)
            .ifPresent(section -> toggles.put(which, toggle(section))));
    var regions = new RegionReader(problems, zone);
    return new ProgramDefinition(
        name(),
        root.text("title", "a title for people"),
        root.text("controller", "the company that decides on the use (GDPR Art. 4(7))"),
        zone,
        List.copyOf(purposes(root.list("purposes", "a list of purposes"))),
        moved,
        regions.read(root),
        regions.notCovered(root),
        age(root.section("age", Keys.AGE)),
        categories(root.openSection("categories", "a mapping of categories to in, out or never")),
        toggles,
        objection(controls.section("objection", Keys.OBJECTION)),
        subjects(root.section("subjects", Keys.SUBJECTS)),
        window(root.section("window", Keys.WINDOW)),
        wording(toggles.keySet()),
        bannerCounts());
  }

  private boolean bannerCounts() {
    return root.optionalSection("notice", Keys.NOTICE)
        .flatMap(notice -> notice.optionalValue("banner"))
        .flatMap(value -> root.choice(value, ordered("counts", true, "ignored", false)))
        .orElse(false);
  }

  private String name() {
    String expected = "a name of small letters, digits and dashes, e.g. linkedin-2025";
    String name = root.text("program", expected);
    if (!name.isEmpty() && !name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      root.optionalValue("program")
          .ifPresent(v -> problems.add(v.node(), v.path(), Section.quote(name), expected));
    }
    return name;
  }

  private ZoneId zone(Section section) {
    String expected = "a time zone, e.g. UTC or Europe/Brussels";
    String text = section.text("zone", expected);
    Optional<ZoneId> found = Times.zone(text);
    if (found.isEmpty() && !text.isEmpty()) {
      section
          .optionalValue("zone")
          .ifPresent(v -> problems.add(v.node(), v.path(), Section.quote(text), expected));
    }
    return found.orElse(ZoneOffset.UTC);
  }

  private Moved facts(Section facts) {
    for (String key : Keys.MISSING_FACTS) {
      facts.choice(key, Map.of(DENY, DENY));
    }
    return facts.choice("moved", words(Moved.values()));
  }

  private Age age(Section age) {
    return new Age(
        age.number("minimum", 1, 120),
        age.choice("created-as-minor", words(CreatedAsMinor.values())));
  }

  private List<CategoryRule> categories(Section section) {
    Set<String> known = CategoryPatterns.known();
    List<CategoryRule> rules = new ArrayList<>();
    for (var entry : section.values().entrySet()) {
      String pattern = entry.getKey();
      if (!known.contains(pattern)) {
        problems.add(
            entry.getValue().keyNode(),
            section.path(),
            "unknown category " + Section.quote(pattern),
            Nearest.suggestion(pattern, known));
      }
      section
          .choice(entry.getValue(), words(Standing.values()))
          .ifPresent(standing -> rules.add(new CategoryRule(pattern, standing)));
    }
    return rules;
  }

  private Toggle toggle(Section toggle) {
    Section covers = toggle.section("covers", Keys.TOGGLE_REACH);
    return new Toggle(
        toggle.path(),
        toggle.text("name", "the name members see"),
        toggle.choice("default", ordered("on", true, "off", false)),
        toggle.choice("clock", words(Clock.values())),
        reach(covers),
        recipients(covers),
        signals(toggle));
  }

  private Set<Signal> signals(Section toggle) {
    Map<String, Signal> known = codes(Signal.values(), Signal::code);
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    toggle
        .optionalList("signals", "a list of signals")
        .ifPresent(
            items -> items.forEach(item -> root.choice(item, known).ifPresent(signals::add)));
    return signals;
  }

  private Set<Recipient> recipients(Section covers) {
    Map<String, Recipient> known = ProgramReader.codes(Recipient.values(), Recipient::code);
    Set<Recipient> recipients = EnumSet.noneOf(Recipient.class);
    Optional<List<Section.Value>> items = covers.optionalList("recipients", "a list of recipients");
    items.ifPresent(
        list -> list.forEach(item -> root.choice(item, known).ifPresent(recipients::add)));
    return items.isPresent() ? recipients : EnumSet.allOf(Recipient.class);
  }

  private Objection objection(Section objection) {
    Map<Control, Reach> reaches = new EnumMap<>(Control.class);
    Section section = objection.openSection("reaches", "what each kind of objection reaches");
    Map<String, Control> controls = codes(Control.values(), Control::code);
    for (var entry : section.values().entrySet()) {
      Control control = controls.get(entry.getKey());
      if (control == null) {
        problems.add(
            entry.getValue().keyNode(),
            section.path(),
            "unknown kind of objection " + Section.quote(entry.getKey()),
            Nearest.suggestion(entry.getKey(), controls.keySet()));
      } else {
        reaches.put(control, reach(section.section(entry.getKey(), Keys.REACH)));
      }
    }
    return new Objection(
        objection.text("name", "the name members see"),
        objection.choice("pending", words(Pending.values())),
        reaches);
  }

  private Reach reach(Section section) {
    Set<Purpose> purposes =
        section
            .optionalList("purposes", "a list of purposes")
            .map(this::purposes)
            .orElseGet(() -> EnumSet.allOf(Purpose.class));
    Set<Category> categories =
        section
            .optionalList("categories", "a list of categories")
            .map(this::patterns)
            .orElseGet(() -> EnumSet.allOf(Category.class));
    section
        .optionalList("except-categories", "a list of categories")
        .map(this::patterns)
        .ifPresent(categories::removeAll);
    return new Reach(purposes, categories);
  }

  private Set<Purpose> purposes(List<Section.Value> items) {
    Map<String, Purpose> known = codes(Purpose.values(), Purpose::code);
    var purposes = new LinkedHashSet<Purpose>();
    items.forEach(item -> root.choice(item, known).ifPresent(purposes::add));
    return purposes;
  }

  private Set<Category> patterns(List<Section.Value> items) {
    Map<String, String> known =
        CategoryPatterns.known().stream()
            .collect(Collectors.toMap(p -> p, p -> p, (a, b) -> a, LinkedHashMap::new));
    Set<Category> categories = EnumSet.noneOf(Category.class);
    items.forEach(item ->
        root.choice(item, known)
            .ifPresent(pattern -> categories.addAll(CategoryPatterns.matching(pattern))));
    return categories;
  }

  private Subjects subjects(Section subjects) {
    return new Subjects(
        subjects.choice("about", words(About.values())),
        subjects.choice("mentioned", words(Mentioned.values())));
  }

  private Window window(Section window) {
    Optional<Integer> days = window.optionalNumber("max-age-days", 1, MAX_AGE_DAYS);
    return new Window(
        bound(window, "from"),
        bound(window, "until"),
        days.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private Optional<Instant> bound(Section window, String key) {
    String expected = "any, or " + Times.EXPECTED;
    return "any".equals(window.text(key, expected))
        ? Optional.empty()
        : RegionReader.instant(window, key, zone, expected);
  }

  private SortedMap<String, Wording> wording(Set<Switch> switches) {
    Section languages = root.openSection("wording", "texts for members, by language, e.g. en");
    Set<String> keys = new LinkedHashSet<>();
    Keys.TOGGLES.forEach((which, key) -> {
      if (switches.contains(which)) {
        keys.add(key);
      }
    });
    keys.addAll(Keys.WORDING);
    var wording = new TreeMap<String, Wording>();
    for (var entry : languages.values().entrySet()) {
      String language = entry.getKey();
      if (!language.matches("[a-z]{2}")) {
        problems.add(
            entry.getValue().keyNode(),
            languages.path(),
            Section.quote(language),
            "a language of two small letters (ISO 639-1), e.g. de");
      }
      wording.put(language, wording(language, languages.section(language, keys), switches));
    }
    if (languages.isPresent() && wording.isEmpty()) {
      problems.addWhole("no wording", "texts for members in at least one language");
    }
    return wording;
  }

  private static Wording wording(String language, Section texts, Set<Switch> switches) {
    Map<Switch, Wording.Text> toggles = new EnumMap<>(Switch.class);
    Keys.TOGGLES.forEach((which, key) -> {
      if (switches.contains(which)) {
        toggles.put(which, text(texts, key));
      }
    });
    return new Wording(language, toggles, text(texts, "objection"), text(texts, "notice"));
  }

  private static Wording.Text text(Section texts, String key) {
    Section section = texts.section(key, Keys.TEXT);
    return new Wording.Text(
        section.text("title", "a title"), section.text("text", "a text of one or more sentences"));
  }

  /// The constants of an enum by the words that the file uses for them: `TRAINING_TIME` is
  /// `training-time`.
  static <E extends Enum<E>> Map<String, E> words(E[] constants) {
    return codes(constants, e -> e.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  static <E> Map<String, E> codes(E[] constants, Function<E, String> code) {
    return Arrays.stream(constants)
        .collect(Collectors.toMap(code, e -> e, (a, b) -> a, LinkedHashMap::new));
  }

  static <T> Map<String, T> ordered(String first, T a, String second, T b) {
    var map = new LinkedHashMap<String, T>();
    map.put(first, a);
    map.put(second, b);
    return map;
  }
}
