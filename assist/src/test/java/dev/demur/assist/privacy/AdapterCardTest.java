package dev.demur.assist.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.privacy.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdapterCardTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static TrainedAdapter adapter(int shards) {
    return new TrainedAdapter(
        DIGEST,
        DIGEST,
        3,
        shards,
        4,
        "rank 8",
        "linkedin-2025 `ab`",
        DIGEST,
        12,
        "2026-01-01T00:00:00Z");
  }

  private static PrivacyReport report() {
    Interval wide = new Interval(0.25, 0.75);
    var rate = new PrivacyReport.RateFigures(0.01, 0.5, wide, wide);
    var point = new PrivacyReport.CurvePoint(0, 0.5);
    var attack =
        new PrivacyReport.AttackFigures(
            "texts", "LiRA, online", 4, 6, 0.625, wide, List.of(rate, rate), List.of(point));
    var state = new PrivacyReport.State("before", DIGEST, List.of(attack), Map.of("score", 1.5));
    return new PrivacyReport(
        new PrivacyReport.Setup(
            DIGEST, 3, "posts", 5, 10, 100, 8, 2, 4, "rank 8", "words", 7, 1, 0.95),
        List.of(attack),
        List.of(new PrivacyReport.CanaryFigures(16, 4, 2.5, wide, 2.6, 1.4, wide, 3, 0.25)),
        List.of(new PrivacyReport.ExtractionFigures(16, Way.GUARDED_BEAM, 0, 8, wide)),
        new PrivacyReport.Removal(2, true, List.of(state)));
  }

  @Test
  void theCardHoldsTrainingAndFigures() {
    String card = new AdapterCard(adapter(2), Optional.of(report())).text();

    assertThat(card)
        .contains("| trained as | 2 shards × 4 slices |", "`" + DIGEST + "`, 12 records")
        .contains("| texts | LiRA, online | 4, 6 | 0.625 [0.250–0.750] | 50.00 %")
        .contains("After the removal of 2 members the model is the one that never saw them")
        .doesNotContain("are others than those above");
  }

  @Test
  void theCardSaysWhenSomethingElseWasMeasured() {
    String card = new AdapterCard(adapter(16), Optional.of(report())).text();

    assertThat(card)
        .contains(
            "**Base, shards, slices or settings of what was measured are others than those above.**");
  }

  @Test
  void theCardSaysWhenNothingWasMeasured() {
    assertThat(new AdapterCard(adapter(2), Optional.empty()).text())
        .contains("Not measured. `demur evaluate privacy --out DIR` measures it");
  }

  @Test
  void theBillOfMaterialsHoldsEveryFigureWithItsInterval() {
    JsonNode bom = JSON.readTree(new AdapterBom(adapter(2), Optional.of(report())).text());

    JsonNode model = bom.path("metadata").path("component");
    assertThat(bom.path("specVersion").asString()).isEqualTo("1.6");
    assertThat(model.path("hashes").path(0).path("content").asString()).isEqualTo(DIGEST);
    JsonNode metrics =
        model.path("modelCard").path("quantitativeAnalysis").path("performanceMetrics");
    assertThat(metrics).hasSize(6);
    assertThat(metrics.path(0).path("value").asString()).isEqualTo("0.62500");
    assertThat(metrics.path(0).path("confidenceInterval").path("upperBound").asString())
        .isEqualTo("0.75000");
    assertThat(metrics.path(5).path("value").asString()).isEqualTo("true");
    assertThat(bom.path("dependencies").path(0).path("dependsOn").path(0).asString())
        .isEqualTo(bom.path("components").path(0).path("bom-ref").asString());
  }

  @Test
  void aReportIsReadAsItWasWritten() {
    String json = JSON.writeValueAsString(report());

    assertThat(JSON.readValue(json, PrivacyReport.class)).isEqualTo(report());
  }

  @Test
  void aDifferenceAfterRemovalCannotBeOverlooked() {
    PrivacyReport report = report();
    var differs = new PrivacyReport.Removal(2, false, report.removal().states());
    PrivacyReport other =
        new PrivacyReport(
            report.setup(), report.attacks(), report.canaries(), report.extractions(), differs);

    assertThat(PrivacyPage.of(other))
        .contains(
            "AFTER THE REMOVAL OF 2 MEMBERS THE MODEL DIFFERS FROM THE ONE THAT NEVER SAW THEM.");
  }
}
