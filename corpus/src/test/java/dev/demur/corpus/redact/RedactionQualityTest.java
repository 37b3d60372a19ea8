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
import java.util.TreeMap;
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

  private static final class Score {
    private int right;
    private int labelled;
    private int rightFindings;
    private int findings;

    double precision() {
      return findings == 0 ? 1 : (double) rightFindings / findings;
    }

    double recall() {
      return labelled == 0 ? 1 : (double) right / labelled;
    }

    double f2() {
      return 5 * precision() * recall() / Math.max(1e-9, 4 * precision() + recall());
    }

    @Override
    public String toString() {
      return "labelled %4d  found %4d  precision %.3f  recall %.3f  F2 %.3f"
          .formatted(labelled, findings, precision(), recall(), f2());
    }
  }

  private record Label(int start, int end, SpanType type) {
    boolean isCoveredBy(Span span) {
      int shared = Math.min(end, span.end()) - Math.max(start, span.start());
      return type == span.type() && shared * 2 >= end - start;
    }
  }

  @Test
  void patternsAreFoundInTheLabelledTexts() throws IOException {
    Optional<Path> file = Shared.file(DATA);
    assumeThat(file).as("labelled texts, %s beside the repository", DATA).isPresent();
    JsonNode texts = JsonMapper.builder().build().readTree(file.orElseThrow().toFile());
    Map<SpanType, Score> byType = new TreeMap<>();
    Score all = new Score();
    for (JsonNode text : texts) {
      score(text, byType, all);
    }
    byType.forEach((type, score) -> System.out.printf("%-14s %s%n", type, score));
    System.out.printf("%-14s %s%n", "micro", all);
    assertThat(all.f2()).isGreaterThanOrEqualTo(0.95);
  }

  private static void score(JsonNode text, Map<SpanType, Score> byType, Score all) {
    String full = text.get("full_text").asString();
    List<Label> labels = new ArrayList<>();
    for (JsonNode span : text.get("spans")) {
      SpanType type = LABELS.get(span.get("entity_type").asString());
      if (type != null) {
        labels.add(
            new Label(
                utf16(full, span.get("start_position").asInt()),
                utf16(full, span.get("end_position").asInt()),
                type));
      }
    }
    List<Span> spans =
        Redactor.redact(full).spans().stream().filter(s -> LABELS.containsValue(s.type())).toList();
    for (Label label : labels) {
      boolean right = spans.stream().anyMatch(label::isCoveredBy);
      count(
          byType,
          all,
          label.type(),
          s -> {
            s.labelled++;
            s.right += right ? 1 : 0;
          });
      if (!right && SHOW) {
        System.out.println(
            "MISSED " + label.type() + " " + around(full, label.start(), label.end()));
      }
    }
    for (Span span : spans) {
      boolean right = labels.stream().anyMatch(label -> label.isCoveredBy(span));
      count(
          byType,
          all,
          span.type(),
          s -> {
            s.findings++;
            s.rightFindings += right ? 1 : 0;
          });
      if (!right && SHOW) {
        System.out.println("WRONG " + span.type() + " " + around(full, span.start(), span.end()));
      }
    }
  }

  private static void count(
      Map<SpanType, Score> byType,
      Score all,
      SpanType type,
      java.util.function.Consumer<Score> counter) {
    counter.accept(byType.computeIfAbsent(type, t -> new Score()));
    counter.accept(all);
  }

  /// The labels count code points.
  private static int utf16(String text, int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  private static String around(String text, int start, int end) {
    return (text.substring(Math.max(0, start - 40), start)
            + "<<"
            + text.substring(start, end)
            + ">>"
            + text.substring(end, Math.min(text.length(), end + 20)))
        .replace('\n', '|');
  }
}
