package dev.demur.learn.base;

import dev.demur.learn.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The model card of a base for machines: a bill of materials in CycloneDX 1.6 [1], the weights as
/// a machine-learning model and each file of text as data.
///
/// Like the card it holds no times, and its serial number follows from the weights.
///
/// [1] ECMA-424, <https://cyclonedx.org/docs/1.6/json/>
record BaseBom(BaseCard card, Path weights) {
  static final String FILE = "bom.cdx.json";

  String text() throws IOException {
    String digest = Sha256.of(weights);
    ObjectNode bom = JsonMapper.shared().createObjectNode();
    bom.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    bom.put("bomFormat", "CycloneDX");
    bom.put("specVersion", "1.6");
    UUID serial = UUID.nameUUIDFromBytes(digest.getBytes(StandardCharsets.US_ASCII));
    bom.put("serialNumber", "urn:uuid:" + serial);
    bom.put("version", 1);
    ObjectNode model = bom.putObject("metadata").putObject("component");
    model.put("type", "machine-learning-model");
    model.put("bom-ref", "model");
    model.put("name", "demur-base");
    model.put("version", digest.substring(0, 16));
    model.put(
        "description",
        "A small language model of public workplace text, without any member's data; adapters that"
            + " are trained on members' text stand on it.");
    addHash(model, digest);
    addCard(model.putObject("modelCard"));
    ArrayNode components = bom.putArray("components");
    List<TextSource> sources = card.sources();
    for (int i = 0; i < sources.size(); i++) {
      addSource(components.addObject(), reference(i), sources.get(i));
    }
    return bom.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
  }

  private static String reference(int source) {
    return "text-" + source;
  }

  private static void addHash(ObjectNode component, String digest) {
    component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest);
  }

  private void addCard(ObjectNode modelCard) {
    ObjectNode parameters = modelCard.putObject("modelParameters");
    parameters.putObject("approach").put("type", "self-supervised");
    parameters.put("task", "text-generation");
    parameters.put("architectureFamily", "llama");
    parameters.put(
        "modelArchitecture",
        String.format(
            Locale.ROOT,
            "decoder of %d layers, %d heads, width %d, %d parameters, vocabulary %d",
            card.config().layers(),
            card.config().heads(),
            card.config().hiddenSize(),
            card.config().parameters(),
            card.config().vocabularySize()));
    ArrayNode datasets = parameters.putArray("datasets");
    for (int i = 0; i < card.sources().size(); i++) {
      datasets.addObject().put("ref", reference(i));
    }
    parameters.putArray("inputs").addObject().put("format", "text");
    parameters.putArray("outputs").addObject().put("format", "text");
    modelCard
        .putObject("quantitativeAnalysis")
        .putArray("performanceMetrics")
        .addObject()
        .put("type", "perplexity per token")
        .put("value", String.format(Locale.ROOT, "%.2f", card.figures().shipped().perplexity()))
        .put("slice", card.figures().heldOutDocuments() + " documents held out");
    ObjectNode considerations = modelCard.putObject("considerations");
    considerations.putArray("useCases").add("Base of adapters that are trained on members' text");
    considerations
        .putArray("technicalLimitations")
        .add("Writes plausible workplace English and knows no facts");
  }

  private static void addSource(ObjectNode component, String reference, TextSource source)
      throws IOException {
    component.put("type", "data");
    component.put("bom-ref", reference);
    component.put("name", source.name());
    addHash(component, Sha256.of(source.file()));
    component.putArray("licenses").addObject().putObject("license").put("name", source.licence());
    component.putArray("data").addObject().put("type", "dataset").put("name", source.name());
  }
}
