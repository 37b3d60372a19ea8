package dev.demur.corpus.redact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Redacts JSON Lines: `{"id","text"}` in, `{"id","text","spans":[{"start","end","type"}]}` out.
///
/// Offsets are in the input text, in UTF-16 units. Each line is a document of its own; lines come
/// out in the order in which they went in.
public final class RedactBatch {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PersonNames people;
  private final boolean explained;

  /// @param people whose names are redacted too
  /// @param explained whether each span also says by which [Rule] it was found
  public RedactBatch(PersonNames people, boolean explained) {
    this.people = people;
    this.explained = explained;
  }

  /// Redacts until the input ends; blank lines are passed over.
  ///
  /// @return how many texts were redacted
  /// @throws RedactBatchException if a line is not an object with `id` and `text`; what stood
  ///   before it was written
  public long run(BufferedReader in, Writer out) throws IOException {
    long done = 0;
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        out.write(redact(line, number));
        out.write('\n');
        done++;
      }
    }
    out.flush();
    return done;
  }

  private String redact(String line, long number) {
    JsonNode object = parse(line, number);
    JsonNode id = object.get("id");
    JsonNode text = object.get("text");
    if (id == null || text == null || !text.isString()) {
      throw new RedactBatchException(
          "line %d: want an object with \"id\" and \"text\" (a string), got fields %s"
              .formatted(number, object.propertyNames()));
    }
    Redaction redaction = Redactor.redact(text.asString(), people.find(text.asString()));
    ObjectNode answer = JSON.createObjectNode();
    answer.set("id", id);
    answer.put("text", redaction.text());
    ArrayNode spans = answer.putArray("spans");
    redaction.spans().forEach(span -> write(span, spans.addObject()));
    return JSON.writeValueAsString(answer);
  }

  private void write(Span span, ObjectNode to) {
    to.put("start", span.start()).put("end", span.end()).put("type", span.type().name());
    if (explained) {
      Rule rule = span.rule();
      to.put("rule", rule.code()).put("seen", rule.seen()).put("checkedBy", rule.checkedBy());
    }
  }

  private static JsonNode parse(String line, long number) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new RedactBatchException(
          "line %d: not JSON: %s".formatted(number, e.getOriginalMessage()), e);
    }
  }
}
