package dev.demur.corpus.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.demur.corpus.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How well patterns are found in the labelled texts of presidio-research.
///
/// A finding counts as right when it has the type of a labelled span and covers at least half of
/// it.
class RedactionQualityTest {
  private static final String DATA = "data/eval/pii_generated_large.json";
  private static final Map<String, SpanType> LABELS =
      Map.of(
          "CREDIT_CARD", SpanType.CREDIT_CARD,
          "PHONE_NUMBER", SpanType.PHONE,
          "EMAIL_ADDRESS", SpanType.EMAIL,
          "IBAN_CODE", SpanType.IBAN,
          "IP_ADDRESS", SpanType.IP,
          "DOMAIN_NAME", SpanType.URL,
          "US_SSN", SpanType.NATIONAL_ID,
          "US_DRIVER_LICENSE", SpanType.NATIONAL_ID);
  private static final boolean SHOW = Boolean.getBoolean("demur.show");

  @Test
  void patternsAreFoundInTheLabelledTexts() throws IOException {
    Optional<Path> file = Shared.file(DATA);
    assumeThat(file).as("labelled texts, %s beside the repository", DATA).isPresent();
    JsonNode texts = JsonMapper.builder().build().readTree(file.orElseThrow().toFile());
    SpanScores scores = new SpanScores(SHOW);
    for (JsonNode text : texts) {
      score(text, scores);
    }
    scores.print();
    assertThat(scores.micro().f2()).isGreaterThanOrEqualTo(0.95);
  }

  private static void score(JsonNode text, SpanScores scores) {
    String full = text.get("full_text").asString();
    List<SpanScores.Label> labels = new ArrayList<>();
    for (JsonNode span : text.get("spans")) {
      SpanType type = LABELS.get(span.get("entity_type").asString());
      if (type != null) {
        labels.add(
            new SpanScores.Label(
                utf16(full, span.get("start_position").asInt()),
                utf16(full, span.get("end_position").asInt()),
                type));
      }
    }
    List<Span> spans =
        Redactor.redact(full).spans().stream().filter(s -> LABELS.containsValue(s.type())).toList();
    scores.add(full, labels, spans);
  }

  /// The labels count code points.
  private static int utf16(String text, int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }
}
