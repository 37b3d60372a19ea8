package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Purpose;
import dev.demur.model.Reason;
import dev.demur.model.Recipient;
import dev.demur.model.Signal;
import dev.demur.program.ProgramDefinition.CategoryRule;
import dev.demur.program.ProgramDefinition.Reach;
import dev.demur.program.ProgramDefinition.Region;
import dev.demur.program.ProgramDefinition.Standing;
import dev.demur.program.ProgramDefinition.Toggle;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints what a program comes to: who may train where and when, on what, and what stops it.
public final class ProgramPrinter {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int MAX_COUNTRIES = 12;

  private final Program program;
  private final ProgramDefinition definition;
  private final StringBuilder text = new StringBuilder();

  private ProgramPrinter(Program program) {
    this.program = program;
    this.definition = program.definition();
  }

  /// The program as text for a terminal of 120 columns.
  public static String print(Program program) {
    return new ProgramPrinter(program).print();
  }

  /// The same as values, for `--json`.
  ///
  /// @param calendar one for each region and span of time
  /// @param categories standing by category, every category by itself
  public record Tables(
      String program,
      String title,
      String sha256,
      List<Span> calendar,
      SortedMap<String, String> categories,
      List<Stop> controls) {}

  /// Who may train in a region during a time.
  ///
  /// @param from null for the time before the first instant that the program names
  public record Span(
      String region, @Nullable String from, @Nullable String until, List<String> recipients) {}

  /// What a member can do against one use of one category.
  public record Stop(String purpose, String category, List<String> stoppedBy) {}

  /// The compiled tables of a program.
  public static Tables tables(Program program) {
    return new ProgramPrinter(program).tables();
  }

  private Tables tables() {
    List<Instant> starts = new ArrayList<>(List.of(Occasion.FIRST));
    starts.addAll(Edges.of(definition));
    List<Span> calendar = new ArrayList<>();
    for (Region region : definition.regions()) {
      for (int i = 0; i < starts.size(); i++) {
        String from = i == 0 ? null : starts.get(i).toString();
        String until = i + 1 < starts.size() ? starts.get(i + 1).toString() : null;
        calendar.add(new Span(region.id(), from, until, allowed(region, starts.get(i))));
      }
    }
    SortedMap<String, String> categories = new TreeMap<>();
    List<Stop> controls = new ArrayList<>();
    for (Category category : Category.values()) {
      long verdict = program.law().category[Index.of(category)];
      categories.put(category.code(), program.reasonOf(verdict).map(Reason::code).orElse("in"));
      if (Verdict.isPermit(verdict)) {
        for (Purpose purpose : definition.purposes()) {
          controls.add(new Stop(purpose.code(), category.code(), stops(purpose, category)));
        }
      }
    }
    return new Tables(
        program.name(), program.title(), program.sha256(), calendar, categories, controls);
  }

  private String print() {
    line(definition.name() + " — " + definition.title());
    line("controller " + definition.controller());
    line("sha256     " + program.sha256());
    calendar();
    regions();
    categories();
    controls();
    otherRules();
    return text.toString();
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private void heading(String heading) {
    line("");
    line(heading);
    line("─".repeat(heading.length()));
  }

  /// One row a region, one column a span of time; in it, who may train.
  private void calendar() {
    heading("Who may train, by region and time (" + definition.zone() + ")");
    List<Instant> edges = new ArrayList<>(Edges.of(definition));
    List<String> header = new ArrayList<>(List.of("", "before"));
    edges.forEach(edge -> header.add("from " + time(edge)));
    List<List<String>> rows = new ArrayList<>(List.of(header));
    for (Region region : definition.regions()) {
      List<String> row = new ArrayList<>(List.of(region.id()));
      row.add(inForce(region, Occasion.FIRST));
      edges.forEach(edge -> row.add(inForce(region, edge)));
      rows.add(row);
    }
    table(rows);
  }

  private static String inForce(Region region, Instant at) {
    List<String> allowed = allowed(region, at);
    boolean ended = region.ends().filter(end -> !end.isAfter(at)).isPresent();
    return ended ? "ended" : allowed.isEmpty() ? "nobody" : String.join(" ", allowed);
  }

  private static List<String> allowed(Region region, Instant at) {
    if (at.isBefore(region.starts()) || region.ends().filter(end -> !end.isAfter(at)).isPresent()) {
      return List.of();
    }
    return Arrays.stream(Recipient.values())
        .filter(r -> region.allows(r, at))
        .map(Recipient::code)
        .toList();
  }

  private String time(Instant instant) {
    var local = instant.atZone(definition.zone());
    boolean midnight =
        Duration.between(local.toLocalDate().atStartOfDay(), local.toLocalDateTime()).isZero();
    return (midnight ? DAY : MINUTE).format(local);
  }

  private void regions() {
    heading("Regions");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "starts", "ends", "basis", "notice", "countries"));
    for (Region region : definition.regions()) {
      rows.add(
          List.of(
              region.id(),
              time(region.starts()),
              region.ends().map(this::time).orElse("—"),
              region.basis().code(),
              region.notice().required() ? region.notice().leadDays() + " days" : "none",
              region.isRest() ? "all others" : countries(region.countries())));
    }
    table(rows);
    if (!definition.notCovered().isEmpty()) {
      line("not covered: " + String.join(" ", definition.notCovered()));
    }
  }

  private static String countries(Set<String> countries) {
    String shown = countries.stream().limit(MAX_COUNTRIES).collect(Collectors.joining(" "));
    int more = countries.size() - MAX_COUNTRIES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private void categories() {
    heading("Categories");
    for (Standing standing : Standing.values()) {
      String patterns =
          definition.categories().stream()
              .filter(rule -> rule.standing() == standing)
              .map(CategoryRule::pattern)
              .collect(Collectors.joining(", "));
      line("%-6s %s".formatted(standing.name().toLowerCase(Locale.ROOT), patterns));
    }
    line("what is not listed is not covered");
  }

  /// For each use of each category that is in: what a member can do against it.
  private void controls() {
    heading("Controls");
    for (Toggle toggle : definition.toggles().values()) {
      line(
          "%-15s \"%s\", %s by default, cuts by %s"
              .formatted(
                  toggle.path().substring(toggle.path().indexOf('.') + 1),
                  toggle.name(),
                  toggle.defaultOn() ? "on" : "off",
                  word(toggle.clock())));
      if (!toggle.signals().isEmpty()) {
        line(
            "%-15s switched off by the signals %s, for who has not switched it on"
                .formatted(
                    "",
                    toggle.signals().stream().map(Signal::code).collect(Collectors.joining(", "))));
      }
    }
    line(
        "objection       \"%s\", while pending: %s"
            .formatted(
                definition.objection().name(),
                definition.objection().pending().name().toLowerCase(Locale.ROOT)));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("purpose", "category", "stopped by"));
    for (Purpose purpose : definition.purposes()) {
      for (CategoryRule rule : definition.categories()) {
        if (rule.standing() == Standing.IN) {
          Category some = CategoryPatterns.matching(rule.pattern()).iterator().next();
          rows.add(List.of(purpose.code(), rule.pattern(), stoppedBy(purpose, some)));
        }
      }
    }
    table(rows);
  }

  private String stoppedBy(Purpose purpose, Category category) {
    List<String> stops = stops(purpose, category);
    return stops.isEmpty() ? "nothing" : String.join(", ", stops);
  }

  private List<String> stops(Purpose purpose, Category category) {
    List<String> stops = new ArrayList<>();
    for (Toggle toggle : definition.toggles().values()) {
      if (toggle.covers().reaches(purpose, category)) {
        String all = toggle.recipients().size() == Recipient.values().length ? "" : by(toggle);
        stops.add(toggle.path().substring(toggle.path().indexOf('.') + 1) + all);
      }
    }
    for (Control control : Control.values()) {
      Reach reach = definition.objection().reaches().get(control);
      if (reach != null && reach.reaches(purpose, category)) {
        stops.add("objection to " + control);
      }
    }
    return stops;
  }

  private static String by(Toggle toggle) {
    return toggle.recipients().stream()
        .sorted()
        .map(Recipient::code)
        .collect(Collectors.joining(" ", " (by ", ")"));
  }

  private void otherRules() {
    heading("Other rules");
    line(
        "minimum age   "
            + definition.age().minimum()
            + "; records created earlier: "
            + definition.age().createdAsMinor().name().toLowerCase(Locale.ROOT));
    line("moved members " + definition.moved().name().toLowerCase(Locale.ROOT));
    line("about         " + word(definition.subjects().about()));
    line("mentioned     " + word(definition.subjects().mentioned()));
    line(
        "window        from %s until %s%s"
            .formatted(
                definition.window().from().map(this::time).orElse("any"),
                definition.window().until().map(this::time).orElse("any"),
                definition.window().maxAgeDays().isPresent()
                    ? ", at most " + definition.window().maxAgeDays().getAsInt() + " days old"
                    : ""));
    line("wording       " + String.join(", ", definition.wording().keySet()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void table(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      line(line.toString());
    }
  }
}
