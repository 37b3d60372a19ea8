package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.program.Invariant.Cases;
import dev.demur.program.Invariant.Choice;
import dev.demur.program.Invariant.Status;
import dev.demur.program.Invariant.Told;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads files of invariants, such as `programs/invariants.yaml`.
public final class Invariants {
  private static final Set<String> TOP = keys("invariants");
  private static final Set<String> INVARIANT = keys("says", "programs", "deny", "not-weaker");
  private static final Set<String> CASES =
      keys(
          "purpose",
          "recipient",
          "category",
          "lives-in",
          "before",
          "started",
          "younger-than",
          "created-younger-than",
          "age",
          "toggle",
          "partner-toggle",
          "objection",
          "notice",
          "status");
  private static final int MAX_AGE = 120;
  static final String UNKNOWN = "unknown";

  private final Problems problems;

  private Invariants(Problems problems) {
    this.problems = problems;
  }

  /// Reads a file of invariants.
  ///
  /// @throws ProgramException if the file holds no invariants, with all that is wrong
  public static List<Invariant> load(Path file) {
    return read(ProgramSource.file(file));
  }

  /// The invariants that come with Demur.
  public static List<Invariant> shipped() {
    return read(ProgramSource.resource("/programs/", "invariants.yaml"));
  }

  /// Reads invariants from text.
  ///
  /// @throws ProgramException if the text holds no invariants, with all that is wrong
  public static List<Invariant> parse(String fileName, String yaml) {
    return read(ProgramSource.text(fileName, yaml));
  }

  private static List<Invariant> read(ProgramSource source) {
    var problems = new Problems(source.file());
    String text =
        source
            .text("")
            .orElseThrow(() -> problems.fatal(Optional.empty(), "no file", "invariants in YAML"));
    Node node = YamlText.parse(source.file(), text, problems);
    Section root = Section.of(problems, "", node, TOP);
    List<Invariant> invariants = new Invariants(problems).invariants(root);
    problems.throwIfAny();
    return invariants;
  }

  private List<Invariant> invariants(Section root) {
    Section section = root.openSection("invariants", "a mapping of names to invariants");
    List<Invariant> invariants = new ArrayList<>();
    for (String name : section.values().keySet()) {
      invariants.add(invariant(name, section.section(name, INVARIANT)));
    }
    return invariants;
  }

  private Invariant invariant(String name, Section section) {
    List<Cases> deny = new ArrayList<>();
    section
        .optionalList("deny", "a list of cases")
        .ifPresent(items ->
            items.forEach(
                item -> deny.add(cases(Section.of(problems, item.path(), item.node(), CASES)))));
    Set<Choice> notWeaker = words(section, "not-weaker", ProgramReader.words(Choice.values()));
    if (deny.size() > CaseMasks.MAX_CASES) {
      problems.addWhole(
          deny.size() + " cases in invariants." + name,
          "at most " + CaseMasks.MAX_CASES + "; make two invariants of it");
    }
    if (deny.isEmpty() && notWeaker.isEmpty() && section.isPresent()) {
      section.value("deny", "a list of cases, or not-weaker");
    }
    return new Invariant(
        name,
        section.text("says", "the invariant as a sentence"),
        new HashSet<>(texts(section, "programs")),
        deny,
        notWeaker);
  }

  private Cases cases(Section section) {
    return new Cases(
        words(section, "purpose", ProgramReader.codes(Purpose.values(), Purpose::code)),
        words(section, "recipient", ProgramReader.codes(Recipient.values(), Recipient::code)),
        categories(section),
        countries(section),
        before(section),
        !words(section, "started", Map.of("no", true)).isEmpty(),
        years(section, "younger-than"),
        years(section, "created-younger-than"),
        !words(section, "age", Map.of(UNKNOWN, true)).isEmpty(),
        !words(section, "toggle", Map.of("off", true)).isEmpty(),
        !words(section, "partner-toggle", Map.of("off", true)).isEmpty(),
        words(section, "objection", ProgramReader.words(Choice.values())),
        words(section, "notice", ProgramReader.words(Told.values())),
        words(section, "status", ProgramReader.words(Status.values())));
  }

  private static Optional<Instant> before(Section section) {
    return section.has("before")
        ? RegionReader.instant(section, "before", ZoneOffset.UTC, Times.EXPECTED)
        : Optional.empty();
  }

  private static OptionalInt years(Section section, String key) {
    Optional<Integer> years = section.optionalNumber(key, 1, MAX_AGE);
    return years.isPresent() ? OptionalInt.of(years.get()) : OptionalInt.empty();
  }

  private static Set<Category> categories(Section section) {
    Map<String, String> known = new LinkedHashMap<>();
    CategoryPatterns.known().forEach(pattern -> known.put(pattern, pattern));
    Set<Category> categories = new HashSet<>();
    for (String pattern : words(section, "category", known)) {
      categories.addAll(CategoryPatterns.matching(pattern));
    }
    return categories;
  }

  private Set<String> countries(Section section) {
    Set<String> countries = new HashSet<>();
    for (String code : texts(section, "lives-in")) {
      if (!code.equals(UNKNOWN) && !Countries.ISO.contains(code)) {
        section
            .optionalValue("lives-in")
            .ifPresent(v ->
                problems.add(
                    v.node(),
                    v.path(),
                    Section.quote(code),
                    "country codes (ISO 3166-1), or unknown"));
      }
      countries.add(code);
    }
    return countries;
  }

  private static List<String> texts(Section section, String key) {
    List<String> texts = new ArrayList<>();
    section
        .optionalList(key, "a list of words")
        .ifPresent(
            items -> items.forEach(item -> section.scalar(item, "a word").ifPresent(texts::add)));
    return texts;
  }

  private static <T> Set<T> words(Section section, String key, Map<String, T> known) {
    Set<T> words = new LinkedHashSet<>();
    section
        .optionalList(key, "a list of " + String.join(", ", known.keySet()))
        .ifPresent(
            items -> items.forEach(item -> section.choice(item, known).ifPresent(words::add)));
    return words;
  }

  private static Set<String> keys(String... keys) {
    return Keys.set(keys);
  }
}
