package dev.demur.home.report;

import dev.demur.corpus.redact.SpanType;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.CorpusEntry.In;
import dev.demur.corpus.store.CorpusEntry.Out;
import dev.demur.home.Home;
import dev.demur.home.Reviews;
import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import dev.demur.model.Category;
import dev.demur.model.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What became of the records in the latest build: by reason, by category, and what was redacted.
final class BuildReport {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\[("
              + Arrays.stream(SpanType.values()).map(Enum::name).collect(Collectors.joining("|"))
              + ")_\\d+]");

  private final Figures figures;
  private final int waiting;
  private final SortedMap<Category, Tally> categories = new TreeMap<>();
  private final Map<SpanType, Redacted> redacted = new EnumMap<>(SpanType.class);
  private long texts;

  private BuildReport(Home home, Figures figures) {
    this.figures = figures;
    this.waiting = Reviews.open(home).size();
    home.corpus()
        .scanEntries((holder, entries) ->
            entries.stream()
                .filter(entry -> entry.purpose() == Purpose.CONTENT_GENERATION)
                .forEach(this::count));
  }

  static Report of(Home home, Figures figures) {
    return new BuildReport(home, figures).report();
  }

  /// What became of the records of one category.
  private static final class Tally {
    private long in;
    private long out;
    private final SortedMap<String, Long> reasons = new TreeMap<>();
  }

  /// How much of one type was redacted.
  ///
  /// @param things different ones within each record, summed
  /// @param records that hold any
  private record Redacted(long things, long records) {
    private static final Redacted NONE = new Redacted(0, 0);

    Redacted and(long more) {
      return new Redacted(things + more, records + 1);
    }
  }

  private void count(CorpusEntry entry) {
    Tally tally = categories.computeIfAbsent(entry.category(), c -> new Tally());
    switch (entry.outcome()) {
      case In in -> {
        tally.in++;
        placeholders(in);
      }
      case Out(var reason) -> {
        tally.out++;
        tally.reasons.merge(reason, 1L, Long::sum);
      }
    }
  }

  private void placeholders(In in) {
    texts++;
    Map<SpanType, Set<String>> found = new EnumMap<>(SpanType.class);
    collect(in.text(), found);
    in.fields().values().forEach(field -> collect(field, found));
    found.forEach((type, things) ->
        redacted.put(type, redacted.getOrDefault(type, Redacted.NONE).and(things.size())));
  }

  private static void collect(String text, Map<SpanType, Set<String>> found) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found
          .computeIfAbsent(SpanType.valueOf(matcher.group(1)), type -> new HashSet<>())
          .add(matcher.group());
    }
  }

  private Report report() {
    return new Report(
        "build",
        "What became of the records in the latest build",
        figures.at(),
        figures.basis(),
        List.of(
            Section.of(
                "Funnel",
                Counts.of(
                    figures.get("records"), figures.get("records.in"), figures.get("records.out"))),
            Section.of("Why records were left out", new Counts(figures.under("records.out."))),
            Section.of("By category", byCategory()),
            Section.of(
                "What was redacted",
                new Text(
                    "In %,d records that are in. A thing that a record names twice counts once in it."
                        .formatted(texts)),
                byType()),
            Section.of(
                "To be looked at",
                new Text(
                    "%,d records wait for a person, since only the words around make them look like a special category: `demur review list`."
                        .formatted(waiting)))));
  }

  private Grid byCategory() {
    List<List<String>> rows = new ArrayList<>();
    categories.forEach((category, tally) ->
        rows.add(
            List.of(
                category.code(),
                Long.toString(tally.in),
                Long.toString(tally.out),
                tally.reasons.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(reason -> reason.getKey() + " " + reason.getValue())
                    .collect(Collectors.joining(", ")))));
    return new Grid(
        List.of("category", "in", "out", "why out"),
        rows,
        "rows of the table corpus for content-generation");
  }

  private Grid byType() {
    List<List<String>> rows = new ArrayList<>();
    redacted.forEach((type, many) ->
        rows.add(
            List.of(type.name(), Long.toString(many.things()), Long.toString(many.records()))));
    return new Grid(
        List.of("type", "things", "records"),
        rows,
        "placeholders in texts and fields of rows of the table corpus that are in");
  }
}
