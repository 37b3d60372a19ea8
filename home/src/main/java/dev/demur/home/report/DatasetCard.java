package dev.demur.home.report;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Snapshot;
import dev.demur.home.Snapshots;
import dev.demur.program.ProgramDefinition;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The card of the latest snapshot as a Croissant file (MLCommons, version 1.1, with the terms for
/// responsible AI, version 1.0): what it holds, where its files are, whose data it is and what was
/// taken out.
///
/// Made when asked for, and kept nowhere: its figures are of the members of now.
public final class DatasetCard {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String FILES = "corpus-files";
  private static final String ROWS = "corpus";

  private final Snapshot snapshot;
  private final Figures figures;
  private final ProgramDefinition law;

  private DatasetCard(Snapshot snapshot, Figures figures) {
    this.snapshot = snapshot;
    this.figures = figures;
    this.law = figures.program().definition();
  }

  /// The card as JSON-LD.
  ///
  /// @throws InputRefused before the first build
  public static String of(Home home) {
    Snapshot snapshot =
        Snapshots.latest(home)
            .orElseThrow(() ->
                new InputRefused("there is no corpus to describe; run: demur build --program P"));
    Figures figures = Figures.of(home, Snapshots.program(home));
    return MAPPER.writeValueAsString(new DatasetCard(snapshot, figures).json()) + "\n";
  }

  private Map<String, Object> json() {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("@context", context());
    card.put("@type", "sc:Dataset");
    card.put(
        "conformsTo",
        List.of("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"));
    card.put("name", "demur-corpus-" + snapshot.id());
    card.put("description", description());
    card.put("version", snapshot.contentRoot());
    card.put("creator", Map.of("@type", "sc:Organization", "name", law.controller()));
    card.put("datePublished", snapshot.asOf().atZone(ZoneOffset.UTC).toLocalDate().toString());
    card.put("license", "not licensed to anybody: members' personal data");
    card.put("isLiveDataset", true);
    responsible(card);
    card.put("distribution", List.of(files()));
    card.put("recordSet", List.of(rows()));
    return card;
  }

  private String description() {
    return "Text and facts of members, permitted by the program %s as of %s: %d records are in, %d are out. The version is the content root; it changes when a member leaves."
        .formatted(
            snapshot.program(),
            snapshot.asOf(),
            figures.get("records.in").value(),
            figures.get("records.out").value());
  }

  private void responsible(Map<String, Object> card) {
    card.put(
        "rai:dataCollection",
        "Archives and tables of %d members of the platform; %d of them are in this corpus."
            .formatted(figures.get("members").value(), figures.get("members.in").value()));
    card.put("rai:dataCollectionType", List.of("User-generated content", "Existing records"));
    card.put(
        "rai:dataPreprocessingProtocol",
        List.of(
            "Every record is decided under the program; what is out is out for a stated reason: "
                + reasons(),
            "Names of people, addresses, numbers of accounts and identity, links with handles and secrets"
                + " are replaced by typed placeholders.",
            "What a text quotes of others, and texts that break fixed rules of quality, are left out."));
    card.put(
        "rai:dataAnnotationProtocol",
        "Texts of which the screen for special categories is not sure are read and decided by people.");
    card.put(
        "rai:personalSensitiveInformation",
        List.of(
            "Members' own words, which may tell who they are in spite of redaction.",
            "Special categories (GDPR Art. 9) and criminal matters (Art. 10) are screened out; word"
                + " lists do not find everything."));
    card.put("rai:dataUseCases", "Training and indexes for the purposes of the program.");
    card.put(
        "rai:dataBiases",
        "Who is in differs from who is a member: see the report on representativeness.");
    card.put(
        "rai:dataLimitations",
        "Structured by one holder at a time; near-duplicates are dropped when training, not here.");
    card.put(
        "rai:dataReleaseMaintenancePlan",
        "Not released. Built anew as choices change; a member who leaves is removed byte for byte.");
  }

  private String reasons() {
    return snapshot.reasons().entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> files() {
    Map<String, Object> files = new LinkedHashMap<>();
    files.put("@type", "cr:FileSet");
    files.put("@id", FILES);
    files.put("name", FILES);
    files.put("description", "The files of the Iceberg table corpus, in the home's warehouse.");
    files.put("encodingFormat", "application/x-parquet");
    files.put("includes", "warehouse/demur/corpus/data/**/*.parquet");
    return files;
  }

  private static Map<String, Object> rows() {
    List<Object> fields = new ArrayList<>();
    fields.add(field("member", "sc:Text", "whose archive the record is from"));
    fields.add(field("record", "sc:Text", "the record's id, 32 hex digits"));
    fields.add(field("purpose", "sc:Text", "content-generation or other-ml"));
    fields.add(field("category", "sc:Text", "dotted name, e.g. content.post"));
    fields.add(field("created_at", "sc:DateTime", "absent where the source does not say"));
    fields.add(field("outcome", "sc:Text", "in, or the reason for which it was left out"));
    fields.add(field("clause", "sc:Text", "the clause of the program that decided"));
    fields.add(field("text", "sc:Text", "redacted text; absent unless in"));
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("@type", "cr:RecordSet");
    rows.put("@id", ROWS);
    rows.put("name", ROWS);
    rows.put("description", "One row a record and purpose; structured facts are in a map beside.");
    rows.put("key", List.of(Map.of("@id", ROWS + "/record"), Map.of("@id", ROWS + "/purpose")));
    rows.put("field", fields);
    return rows;
  }

  private static Map<String, Object> field(String column, String type, String description) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("@type", "cr:Field");
    field.put("@id", ROWS + "/" + column);
    field.put("name", column);
    field.put("description", description);
    field.put("dataType", type);
    field.put(
        "source", Map.of("fileSet", Map.of("@id", FILES), "extract", Map.of("column", column)));
    return field;
  }

  /// The context that the specification recommends, with the terms used here.
  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("@language", "en");
    context.put("@vocab", "https://schema.org/");
    context.put("sc", "https://schema.org/");
    context.put("cr", "http://mlcommons.org/croissant/");
    context.put("rai", "http://mlcommons.org/croissant/RAI/");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("conformsTo", "dct:conformsTo");
    for (String term :
        List.of(
            "citeAs",
            "column",
            "extract",
            "field",
            "fileSet",
            "fileObject",
            "includes",
            "isLiveDataset",
            "key",
            "recordSet",
            "source")) {
      context.put(term, "cr:" + term);
    }
    context.put("data", Map.of("@id", "cr:data", "@type", "@json"));
    context.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
    context.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
    return context;
  }
}
