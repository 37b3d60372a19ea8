package dev.demur.home.report;

import dev.demur.corpus.store.CorpusEntry;
import dev.demur.home.Home;
import dev.demur.home.Snapshots;
import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import dev.demur.learn.base.Base;
import dev.demur.model.Purpose;
import dev.demur.program.ProgramDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The public summary of training content: AI Act Art. 53(1)(d), sections in the order of the
/// Commission's template of 24 July 2025.
final class TrainingSummary {
  private TrainingSummary() {}

  /// Text of the corpus, in figures.
  private static final class Content {
    private long characters;
    private Optional<Instant> latest = Optional.empty();
    private final TreeMap<String, Long> families = new TreeMap<>();
  }

  static Report of(Home home, Figures figures, Base base) {
    ProgramDefinition law = figures.program().definition();
    Content content = content(home);
    return new Report(
        "training-summary",
        "Summary of training content (AI Act Art. 53(1)(d))",
        figures.at(),
        figures.basis(),
        List.of(
            Section.of(
                "1.1 Provider identification",
                new Text(law.controller()),
                new Text("Authorised representative and contact: the provider adds them.")),
            Section.of(
                "1.2 Model identification",
                new Text(
                    "Adapters merged over a base model (SHA-256 %s); %s."
                        .formatted(base.sha256(), Snapshots.models(home))),
                new Text(
                    "Date of placing on the market: the provider adds it. Depends on the base model"
                        + " named above, whose card lists its public sources.")),
            Section.of(
                "1.3 Modalities, overall training data size and other characteristics",
                new Grid(
                    List.of("what", "value"),
                    List.of(
                        List.of("modality", "text"),
                        List.of("size of the members' text", sizeBand(content.characters)),
                        List.of(
                            "latest record",
                            content.latest.map(TrainingSummary::month).orElse("none"))),
                    "rows of the table corpus for content-generation that are in")),
            Section.of(
                "2.1 Publicly available datasets",
                new Text("In the base model only; see its model card.")),
            Section.of(
                "2.2 Private non-publicly available datasets obtained from third parties",
                new Text("None in the adapters.")),
            Section.of(
                "2.3 Data crawled and scraped from online sources",
                new Text("None in the adapters.")),
            Section.of(
                "2.4 User data",
                new Text(
                    "Members' data, under the program %s. Apart from that: interactions with the model"
                            .formatted(figures.program().name())
                        + " itself are the categories ai-usage, other services of the provider all others."),
                Counts.of(
                    figures.get("members"),
                    figures.get("members.in"),
                    figures.get("records.in"),
                    figures.get("records.out")),
                families(content)),
            Section.of("2.5 Synthetic data", new Text("None.")),
            Section.of("2.6 Other sources of data", new Text("None.")),
            Section.of(
                "3.1 Respect of reservation of rights from text and data mining exception or limitation",
                new Text(
                    "Objections and settings are read before every build, and again before every slice"
                        + " of training."),
                Counts.of(
                    figures.get("members.toggle-off"),
                    figures.get("objections"),
                    figures.get("removals"))),
            Section.of(
                "3.2 Removal of illegal content",
                new Text(
                    "Personal data in text is redacted; special categories of data and everything of"
                        + " minors are left out."),
                new Counts(figures.under("records.out."))),
            Section.of(
                "3.3 Other information (optional)",
                new Text(
                    "Every member may leave at any time: out of the data, the index and the weights, to"
                        + " the bytes that there would be had the member never been there, with a"
                        + " certificate in a public log."),
                Counts.of(figures.get("removals")))));
  }

  private static Content content(Home home) {
    Content content = new Content();
    home.corpus()
        .scanEntries((holder, entries) ->
            entries.stream()
                .filter(entry -> entry.purpose() == Purpose.CONTENT_GENERATION)
                .filter(entry -> entry.outcome() instanceof CorpusEntry.In)
                .forEach(entry -> add(content, entry)));
    return content;
  }

  private static void add(Content content, CorpusEntry entry) {
    content.characters += entry.row().map(row -> row.text().length()).orElse(0);
    entry
        .createdAt()
        .filter(at -> content.latest.filter(at::isBefore).isEmpty())
        .ifPresent(at -> content.latest = Optional.of(at));
    String code = entry.category().code();
    content.families.merge(code.substring(0, code.indexOf('.')), 1L, Long::sum);
  }

  private static Grid families(Content content) {
    List<List<String>> rows =
        content.families.entrySet().stream()
            .map(entry -> List.of(entry.getKey(), entry.getValue().toString()))
            .toList();
    return new Grid(
        List.of("kind of data", "records"),
        rows,
        "rows of the table corpus for content-generation that are in, by family of category");
  }

  private static String month(Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    return "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
  }

  /// The template's bands count tokens; a token is taken as four characters.
  private static String sizeBand(long characters) {
    long tokens = characters / 4;
    return tokens < 1_000_000_000L
        ? "less than 1 billion tokens (about %,d)".formatted(tokens)
        : tokens < 10_000_000_000_000L
            ? "1 billion to 10 trillion tokens (about %,d)".formatted(tokens)
            : "more than 10 trillion tokens";
  }
}
