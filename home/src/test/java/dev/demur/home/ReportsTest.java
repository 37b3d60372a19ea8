package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.home.report.DatasetCard;
import dev.demur.home.report.Report;
import dev.demur.home.report.ReportFormat;
import dev.demur.home.report.Reports;
import dev.demur.learn.base.Base;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports say the same, and what is.
@TestInstance(Lifecycle.PER_CLASS)
class ReportsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder = Path.of("");

  private TestNetwork network = new TestNetwork(Path.of(""), Path.of(""), Path.of(""));

  @BeforeAll
  void trainOnce() throws IOException {
    network = TestNetwork.in(folder, 12, 5);
    network.trained("all", Set.of()).close();
  }

  private Report of(String kind, Home home) {
    return Reports.of(kind, home, TestNetwork.PROGRAM, this::base);
  }

  private Base base() {
    try {
      return Base.load(network.base());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Long> figures(String kind, Home home) {
    JsonNode json = JSON.readTree(ReportFormat.JSON.write(of(kind, home)));
    assertThat(json.get("report").asString()).isEqualTo(kind);
    Map<String, Long> figures = new TreeMap<>();
    json.get("figures").forEachEntry((id, value) -> figures.put(id, value.asLong()));
    return figures;
  }

  @Test
  void oneFigureNeverDiffersBetweenTwoReports() throws IOException {
    try (Home home = network.open("all")) {
      Map<String, Long> all = new TreeMap<>();
      for (String kind : Reports.KINDS) {
        figures(kind, home)
            .forEach((id, value) ->
                assertThat(all.merge(id, value, (one, other) -> one)).as(id).isEqualTo(value));
      }
      Snapshot snapshot = Snapshots.latest(home).orElseThrow();
      assertThat(all)
          .containsEntry("members", 12L)
          .containsEntry("records.in", snapshot.in())
          .containsEntry("records.out", snapshot.out());
      long reasons =
          figures("training-summary", home).entrySet().stream()
              .filter(figure -> figure.getKey().startsWith("records.out."))
              .mapToLong(Map.Entry::getValue)
              .sum();
      assertThat(reasons).isEqualTo(snapshot.out());
    }
  }

  @Test
  void whatTheBuildReportCountsByCategoryAndTypeIsWhatTheCorpusHolds() throws IOException {
    try (Home home = network.open("all")) {
      JsonNode report = JSON.readTree(ReportFormat.JSON.write(of("build", home)));
      Map<String, long[]> tables = new TreeMap<>();
      for (JsonNode section : report.get("sections")) {
        for (JsonNode block : section.get("blocks")) {
          block
              .path("rows")
              .forEach(row ->
                  tables.put(
                      row.get(0).asString(),
                      new long[] {row.get(1).asLong(), row.get(2).asLong()}));
        }
      }
      Snapshot snapshot = Snapshots.latest(home).orElseThrow();
      assertThat(tables.get("content.post")[0]).isPositive();
      assertThat(
              tables.entrySet().stream()
                  .filter(table -> table.getKey().contains("."))
                  .mapToLong(table -> table.getValue()[0])
                  .sum())
          .isEqualTo(snapshot.in());
      long[] withPerson = {0};
      home.corpus()
          .scan((holder, rows) ->
              withPerson[0] +=
                  rows.stream()
                      .filter(row -> row.purpose() == Purpose.CONTENT_GENERATION)
                      .filter(row -> (row.text() + row.fields()).contains("[PERSON_"))
                      .count());
      assertThat(withPerson[0]).isPositive();
      assertThat(tables.get("PERSON")[1]).isEqualTo(withPerson[0]);
    }
  }

  @Test
  void theDatasetsCardIsCroissantAndSaysWhatTheOtherReportsSay() throws IOException {
    try (Home home = network.open("all")) {
      JsonNode card = JSON.readTree(DatasetCard.of(home));
      Snapshot snapshot = Snapshots.latest(home).orElseThrow();

      assertThat(card.get("conformsTo").get(0).asString())
          .isEqualTo("http://mlcommons.org/croissant/1.1");
      assertThat(card.get("version").asString()).isEqualTo(snapshot.contentRoot());
      assertThat(card.get("description").asString())
          .contains("%d records are in, %d are out".formatted(snapshot.in(), snapshot.out()));
      Set<String> columns = new TreeSet<>();
      card.get("recordSet")
          .get(0)
          .get("field")
          .forEach(
              field -> columns.add(field.get("source").get("extract").get("column").asString()));
      assertThat(columns)
          .containsExactlyInAnyOrder(
              "member", "record", "purpose", "category", "created_at", "outcome", "clause", "text");
      try (Stream<Path> files = Files.walk(folder.resolve("all/warehouse/demur/corpus/data"))) {
        assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).isNotEmpty();
      }
    }
  }

  @Test
  void aChoiceIsInTheNextReport() throws IOException {
    try (Home home = network.copy("all", "choice")) {
      long before = figures("effectiveness", home).get("members.toggle-off");
      Choices.toggle(home, network.members().get(2), false, Optional.empty());

      assertThat(figures("effectiveness", home)).containsEntry("members.toggle-off", before + 1);
    }
  }

  private static Map<String, JsonNode> bars(JsonNode report) {
    Map<String, JsonNode> bars = new TreeMap<>();
    report
        .get("sections")
        .forEach(section ->
            section
                .get("blocks")
                .forEach(block -> {
                  if (block.has("values")) {
                    bars.put(block.get("title").asString(), block);
                  }
                }));
    return bars;
  }

  @Test
  void theMonthsOfTheEffectivenessReportAddUpToTheFiguresOfTheOthers() throws IOException {
    try (Home home = network.copy("all", "months")) {
      Choices.toggle(home, network.members().get(2), false, Optional.empty());
      Choices.object(
          home,
          network.members().get(3),
          "linkedin-2025",
          EnumSet.allOf(Control.class),
          Optional.empty(),
          new TreeSet<>(),
          Optional.empty());
      network.forget(home, Set.of(network.members().get(5)));

      JsonNode report = JSON.readTree(ReportFormat.JSON.write(of("effectiveness", home)));
      Map<String, JsonNode> bars = bars(report);
      Map<String, Long> article30 = figures("article30", home);
      Map<String, Long> effectiveness = figures("effectiveness", home);

      assertThat(bars).hasSize(8);
      bars.forEach((title, bar) -> {
        assertThat(bar.get("labels").size()).as(title).isEqualTo(bar.get("values").size());
        assertThat(bar.get("labels").get(0).asString()).as(title).isEqualTo("2025-09");
        assertThat(bar.get("from").asString()).as(title).startsWith("month ");
      });
      assertThat(sum(bars, "Members told for the first time"))
          .isEqualTo(effectiveness.get("members.notified"))
          .isPositive();
      assertThat(sum(bars, "Objections filed")).isEqualTo(article30.get("objections")).isPositive();
      assertThat(sum(bars, "Removals finished and certified"))
          .isEqualTo(article30.get("removals"))
          .isPositive();
      assertThat(sum(bars, "People whose keys were destroyed"))
          .isEqualTo(article30.get("erasures"))
          .isPositive();
      assertThat(sum(bars, "Settings switched off") - sum(bars, "Settings switched on"))
          .isEqualTo(effectiveness.get("members.toggle-off"))
          .isPositive();
      assertThat(ReportFormat.HTML.write(of("effectiveness", home)))
          .contains("<h3>Objections filed: 1</h3>", "<td>2025-09</td>");
    }
  }

  private static long sum(Map<String, JsonNode> bars, String title) {
    long sum = 0;
    for (JsonNode value : bars.get(title).get("values")) {
      sum += value.asLong();
    }
    assertThat(bars.get(title).get("sum").asLong()).isEqualTo(sum);
    return sum;
  }

  @Test
  void theSummaryHasTheSectionsOfTheCommissionsTemplateInItsOrder() throws IOException {
    try (Home home = network.open("all")) {
      assertThat(of("training-summary", home).sections())
          .extracting(Report.Section::heading)
          .containsExactly(
              "1.1 Provider identification",
              "1.2 Model identification",
              "1.3 Modalities, overall training data size and other characteristics",
              "2.1 Publicly available datasets",
              "2.2 Private non-publicly available datasets obtained from third parties",
              "2.3 Data crawled and scraped from online sources",
              "2.4 User data",
              "2.5 Synthetic data",
              "2.6 Other sources of data",
              "3.1 Respect of reservation of rights from text and data mining exception or limitation",
              "3.2 Removal of illegal content",
              "3.3 Other information (optional)");
    }
  }

  @Test
  void everyFigureOfEveryReportHasTheQueryThatMadeIt() throws IOException {
    try (Home home = network.open("all")) {
      for (String kind : Reports.KINDS) {
        Report report = of(kind, home);
        assertThat(report.basis()).as(kind).contains("ledger entries 1 to ");
        for (Report.Section section : report.sections()) {
          for (Report.Block block : section.blocks()) {
            switch (block) {
              case Report.Counts(var figures) ->
                  assertThat(figures).as(kind).noneMatch(figure -> figure.from().isBlank());
              case Report.Grid grid -> assertThat(grid.from()).as(kind).isNotBlank();
              case Report.Bars bars -> assertThat(bars.from()).as(kind).isNotBlank();
              case Report.Text _ -> {}
            }
          }
        }
      }
    }
  }

  @Test
  void aRemovalIsInTheNextReportAndItsMemberInNone() throws IOException {
    MemberId member = network.members().get(3);
    try (Home home = network.copy("all", "removal")) {
      network.forget(home, Set.of(member));

      assertThat(figures("article30", home))
          .containsEntry("members", 11L)
          .containsEntry("removals", 1L)
          .containsEntry("erasures", 1L);
      for (String kind : Reports.KINDS) {
        assertThat(ReportFormat.MD.write(of(kind, home))).doesNotContain(member.value());
      }
      assertThatThrownBy(() -> Reports.ofMember(home, member))
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("nobody here is called " + member);
    }
  }

  @Test
  void aMembersReportHasEachOfTheirRecordsAndNobodyElses() throws IOException {
    MemberId member = network.members().get(4);
    try (Home home = network.open("all")) {
      String json = ReportFormat.JSON.write(Reports.ofMember(home, member));

      assertThat(home.records().of(member)).isNotEmpty();
      home.records()
          .of(member)
          .forEach(record -> assertThat(json).contains("\"" + record.id().value() + "\""));
      for (MemberId other : network.members()) {
        if (!other.equals(member)) {
          home.records()
              .of(other)
              .forEach(record -> assertThat(json).doesNotContain(record.id().value()));
        }
      }
    }
  }

  @Test
  void membersTextIsEscapedInPages() {
    Report report =
        new Report(
            "member",
            "<b>",
            TestNetwork.AS_OF,
            "nothing",
            java.util.List.of(
                new Report.Section(
                    "a & b",
                    java.util.List.of(
                        new Report.Grid(
                            java.util.List.of("x"),
                            java.util.List.of(java.util.List.of("<script>alert(1)</script> | y")),
                            "z")))));

    assertThat(ReportFormat.HTML.write(report))
        .contains("&lt;script&gt;", "a &amp; b", "&lt;b&gt;")
        .doesNotContain("<script");
    assertThat(ReportFormat.MD.write(report)).contains("\\| y |");
  }
}
