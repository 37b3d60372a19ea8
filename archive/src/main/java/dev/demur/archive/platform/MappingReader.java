package dev.demur.archive.platform;

import dev.demur.archive.ArchiveRefused;
import dev.demur.model.Category;
import dev.demur.program.Nearest;
import dev.demur.program.Problems;
import dev.demur.program.Section;
import dev.demur.program.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads mapping files; everything that is wrong with one is shown at once.
final class MappingReader {
  private static final Set<String> KEYS = keys("mapping", "source", "csv", "jdbc", "record");
  private static final Set<String> JDBC =
      keys("url", "user-env", "password-env", "query", "since", "overlap-minutes");
  private static final Set<String> RECORD =
      keys("member", "id", "category", "author", "about", "mentions", "created-at", "fields");
  private static final String SKIP = "skip";
  private static final String COLUMN = "the name of a column";
  private static final String FIELD_NAME = "[a-z][A-Za-z0-9]{0,63}";
  private static final int MAX_OVERLAP = 100_000;

  private final Problems problems;
  private final Map<String, Mapping.Place> places = new LinkedHashMap<>();

  private MappingReader(Problems problems) {
    this.problems = problems;
  }

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  static Mapping load(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ArchiveRefused(file, "", 0, "the mapping file cannot be read", "check the path");
    }
  }

  static Mapping parse(String file, String yaml) {
    var problems = new Problems(file);
    Node root = YamlText.parse(file, yaml, problems);
    Mapping mapping = new MappingReader(problems).read(file, Section.of(problems, "", root, KEYS));
    problems.throwIfAny();
    return mapping;
  }

  private Mapping read(String file, Section top) {
    top.number("mapping", 1, 1);
    Section record = top.section("record", RECORD);
    return new Mapping(
        file,
        top.text("source", "the table's lasting name, e.g. posts"),
        delimiter(top),
        top.optionalSection("jdbc", JDBC).map(this::query),
        column(record.value("member", COLUMN)).orElse(""),
        id(record),
        category(record),
        column(record.optionalValue("author")),
        people(record, "about"),
        people(record, "mentions"),
        record.optionalValue("created-at").map(this::when),
        fields(record),
        places);
  }

  private char delimiter(Section top) {
    Optional<Section.Value> value =
        top.optionalSection("csv", keys("delimiter")).flatMap(s -> s.optionalValue("delimiter"));
    if (value.isEmpty()) {
      return ',';
    }
    String text =
        value.get().node() instanceof org.snakeyaml.engine.v2.nodes.ScalarNode scalar
            ? scalar.getValue()
            : "";
    if (text.length() != 1 || "\"\r\n".contains(text)) {
      problems.add(
          value.get().node(),
          value.get().path(),
          Section.describe(value.get().node()),
          "one character, e.g. \";\" or \"\\t\"");
      return ',';
    }
    return text.charAt(0);
  }

  private Mapping.Query query(Section jdbc) {
    Optional<String> since = column(jdbc.optionalValue("since"));
    int overlap = jdbc.optionalNumber("overlap-minutes", 0, MAX_OVERLAP).orElse(0);
    return new Mapping.Query(
        jdbc.text("url", "a JDBC address, e.g. jdbc:postgresql://db.example/platform"),
        jdbc.optionalText("user-env", "the name of an environment variable"),
        jdbc.optionalText("password-env", "the name of an environment variable"),
        jdbc.text("query", "a query, e.g. select * from posts"),
        since,
        Duration.ofMinutes(overlap));
  }

  private Optional<String> column(Optional<Section.Value> value) {
    Optional<String> name = value.flatMap(v -> scalar(v));
    name.ifPresent(column ->
        places.putIfAbsent(
            column, new Mapping.Place(value.orElseThrow().path(), value.orElseThrow().node())));
    return name;
  }

  private Optional<String> scalar(Section.Value value) {
    if (value.node() instanceof org.snakeyaml.engine.v2.nodes.ScalarNode s
        && !s.getValue().isBlank()) {
      return Optional.of(s.getValue().strip());
    }
    problems.add(value.node(), value.path(), Section.describe(value.node()), COLUMN);
    return Optional.empty();
  }

  private List<String> id(Section record) {
    Optional<Section.Value> value = record.optionalValue("id");
    boolean several = value.filter(v -> v.node() instanceof SequenceNode).isPresent();
    if (!several) {
      return column(value).stream().toList();
    }
    List<String> columns = new ArrayList<>();
    for (Section.Value item : record.list("id", "columns")) {
      column(Optional.of(item)).ifPresent(columns::add);
    }
    return columns;
  }

  private Mapping.CategoryRule category(Section record) {
    Optional<Section.Value> value = record.value("category", "a category, e.g. content.post");
    var unknown = new Mapping.CategoryRule.Always(Category.OTHER);
    if (value.isEmpty()) {
      return unknown;
    }
    if (!(value.get().node() instanceof MappingNode)) {
      return category(value.get()).map(Mapping.CategoryRule.Always::new).orElse(unknown);
    }
    Section section = section(value.get(), keys("column", "values"));
    Map<String, Optional<Category>> values = new LinkedHashMap<>();
    section
        .openSection("values", "what each value of the column means")
        .values()
        .forEach(
            (word, each) -> values.put(word, isSkip(each) ? Optional.empty() : category(each)));
    String column = column(section.value("column", COLUMN)).orElse("");
    return new Mapping.CategoryRule.ByColumn(column, values);
  }

  private Section section(Section.Value value, Set<String> known) {
    return Section.of(problems, value.path(), value.node(), known);
  }

  private static boolean isSkip(Section.Value value) {
    return value.node() instanceof org.snakeyaml.engine.v2.nodes.ScalarNode s
        && s.getValue().strip().equals(SKIP);
  }

  private Optional<Category> category(Section.Value value) {
    Optional<String> code = scalar(value);
    Optional<Category> category = code.flatMap(Category::of);
    if (code.isPresent() && category.isEmpty()) {
      List<String> codes = Arrays.stream(Category.values()).map(Category::code).toList();
      problems.add(
          value.node(),
          value.path(),
          "\"" + code.get() + "\"",
          Nearest.suggestion(code.get(), codes));
    }
    return category;
  }

  private Optional<Mapping.People> people(Section record, String key) {
    Optional<Section.Value> value = record.optionalValue(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get().node() instanceof MappingNode)) {
      return column(value).map(column -> new Mapping.People(column, ""));
    }
    Section section = section(value.get(), keys("column", "separator"));
    String separator = separator(section);
    return column(section.value("column", COLUMN))
        .map(column -> new Mapping.People(column, separator));
  }

  private static String separator(Section section) {
    return section
        .value("separator", "what stands between two ids, e.g. \",\"")
        .filter(v -> v.node() instanceof org.snakeyaml.engine.v2.nodes.ScalarNode)
        .map(v -> ((org.snakeyaml.engine.v2.nodes.ScalarNode) v.node()).getValue())
        .orElse("");
  }

  private Mapping.When when(Section.Value value) {
    if (!(value.node() instanceof MappingNode)) {
      String column = column(Optional.of(value)).orElse("");
      return new Mapping.When(column, Optional.empty(), Optional.empty());
    }
    Section section = section(value, keys("column", "format", "zone"));
    Optional<String> format = section.optionalText("format", "a pattern, e.g. dd.MM.uuuu HH:mm");
    format.ifPresent(pattern -> checkPattern(section, pattern));
    Optional<ZoneId> zone =
        section.optionalText("zone", "a time zone").flatMap(name -> zone(section, name));
    String column = column(section.value("column", COLUMN)).orElse("");
    return new Mapping.When(column, format, zone);
  }

  private void checkPattern(Section section, String pattern) {
    try {
      DateTimeFormatter _ = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      Section.Value value = section.optionalValue("format").orElseThrow();
      problems.add(
          value.node(),
          value.path(),
          "\"" + pattern + "\"",
          "a pattern of java.time.format.DateTimeFormatter, e.g. dd.MM.uuuu HH:mm");
    }
  }

  private Optional<ZoneId> zone(Section section, String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      Section.Value value = section.optionalValue("zone").orElseThrow();
      String nearest =
          Nearest.suggestion(name, ZoneId.getAvailableZoneIds()).replaceFirst(";? ?one of .*", "");
      problems.add(
          value.node(),
          value.path(),
          "\"" + name + "\"",
          nearest.isEmpty() ? "a time zone, e.g. Europe/Berlin" : nearest);
      return Optional.empty();
    }
  }

  private SortedMap<String, String> fields(Section record) {
    SortedMap<String, String> fields = new TreeMap<>();
    if (!record.has("fields")) {
      return fields;
    }
    record
        .openSection("fields", "names of fields and their columns")
        .values()
        .forEach((name, value) -> {
          if (!name.matches(FIELD_NAME)) {
            problems.add(value.keyNode(), value.path(), "\"" + name + "\"", "a name in camel case");
          }
          column(Optional.of(value)).ifPresent(column -> fields.put(name, column));
        });
    return fields;
  }
}
