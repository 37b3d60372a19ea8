package dev.demur.assist.privacy;

import dev.demur.assist.privacy.PrivacyReport.AttackFigures;
import dev.demur.assist.privacy.PrivacyReport.CanaryFigures;
import dev.demur.assist.privacy.PrivacyReport.ExtractionFigures;
import dev.demur.assist.privacy.PrivacyReport.RateFigures;
import dev.demur.learn.privacy.Interval;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The model card of trained adapters for machines: a bill of materials in CycloneDX 1.6 [1], with
/// every figure of the evaluation as a metric.
///
/// Holds no times, and its serial number follows from the adapter.
///
/// [1] ECMA-424, <https://cyclonedx.org/docs/1.6/json/>
///
/// @param evaluation of adapters trained in the same way on public or generated text
public record AdapterBom(TrainedAdapter adapter, Optional<PrivacyReport> evaluation) {
  /// The name of the file.
  public static final String FILE = "bom.cdx.json";

  private static final String MODEL = "adapter";
  private static final String BASE = "base";
  private static final int VERSION_DIGITS = 16;

  /// The bill as JSON.
  public String text() {
    ObjectNode bom = JsonMapper.shared().createObjectNode();
    bom.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    bom.put("bomFormat", "CycloneDX");
    bom.put("specVersion", "1.6");
    UUID serial = UUID.nameUUIDFromBytes(adapter.sha256().getBytes(StandardCharsets.US_ASCII));
    bom.put("serialNumber", "urn:uuid:" + serial);
    bom.put("version", 1);
    ObjectNode model = bom.putObject("metadata").putObject("component");
    addModel(model, MODEL, "demur-adapter", adapter.sha256());
    model.put("description", "What a model has learnt from members' text; any member can leave.");
    addHash(model);
    addCard(model.putObject("modelCard"));
    addModel(bom.putArray("components").addObject(), BASE, "demur-base", adapter.base());
    ObjectNode dependency = bom.putArray("dependencies").addObject();
    dependency.put("ref", MODEL).putArray("dependsOn").add(BASE);
    return bom.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
  }

  private static void addModel(ObjectNode component, String reference, String name, String digest) {
    component.put("type", "machine-learning-model");
    component.put("bom-ref", reference);
    component.put("name", name);
    component.put("version", digest.substring(0, Math.min(VERSION_DIGITS, digest.length())));
  }

  /// The digest of the base goes over several files, so it is a version and no hash.
  private void addHash(ObjectNode component) {
    component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", adapter.sha256());
  }

  private void addCard(ObjectNode card) {
    ObjectNode parameters = card.putObject("modelParameters");
    parameters.putObject("approach").put("type", "self-supervised");
    parameters.put("task", "text-generation");
    parameters.put("architectureFamily", "llama");
    parameters.put(
        "modelArchitecture",
        String.format(
            Locale.ROOT,
            "mean of %d adapters, %s, on %d parameters",
            adapter.shards(),
            adapter.settings(),
            adapter.baseParameters()));
    evaluation.ifPresent(report -> addMetrics(card, report));
    ObjectNode considerations = card.putObject("considerations");
    considerations.putArray("useCases").add("Suggestions to members, behind the guard");
    considerations
        .putArray("technicalLimitations")
        .add("Writes plausible workplace English and knows no facts");
    considerations
        .putArray("ethicalConsiderations")
        .addObject()
        .put("name", "The weights tell whose text they were trained on")
        .put(
            "mitigationStrategy",
            "Weights are not handed on; the guard holds back what fewer than ten members write;"
                + " members who leave are taken out byte for byte");
  }

  private static void addMetrics(ObjectNode card, PrivacyReport report) {
    ArrayNode metrics = card.putObject("quantitativeAnalysis").putArray("performanceMetrics");
    for (AttackFigures attack : report.attacks()) {
      String slice = attack.what() + ", " + attack.attack();
      add(metrics, "membership inference, area", attack.area(), slice, attack.areaInterval());
      for (RateFigures rate : attack.rates()) {
        String type = "membership inference, found at %s false".formatted(rate.falsePositiveRate());
        add(metrics, type, rate.truePositiveRate(), slice, rate.exact());
      }
    }
    for (CanaryFigures canary : report.canaries()) {
      String slice = "canaries × " + canary.repeats();
      add(metrics, "exposure, bits", canary.exposure(), slice, canary.interval());
    }
    for (ExtractionFigures extraction : report.extractions()) {
      String slice = "canaries × %d, %s".formatted(extraction.repeats(), extraction.way().title());
      double share = (double) extraction.found() / extraction.tried();
      add(metrics, "extraction", share, slice, extraction.interval());
    }
    metrics
        .addObject()
        .put("type", "after removal equal to never saw")
        .put("value", Boolean.toString(report.removal().equal()))
        .put("slice", report.removal().leavers() + " members");
  }

  private static void add(
      ArrayNode metrics, String type, double value, String slice, Interval interval) {
    ObjectNode metric = metrics.addObject();
    metric.put("type", type).put("value", number(value)).put("slice", slice);
    metric
        .putObject("confidenceInterval")
        .put("lowerBound", number(interval.low()))
        .put("upperBound", number(interval.high()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
