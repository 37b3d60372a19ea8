package dev.demur.program;

import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberId;
import dev.demur.model.Use;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a case as a line for `demur decide --batch`.
public final class CaseWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private CaseWriter() {}

  /// One line, without its line feed.
  public static String write(
      String id, Use use, RecordFacts record, Map<MemberId, MemberFacts> members, Instant at) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      json.writeStringProperty("at", at.toString());
      json.writeName("use");
      json.writeStartObject();
      json.writeStringProperty("purpose", use.purpose().code());
      json.writeStringProperty("recipient", use.recipient().code());
      json.writeEndObject();
      json.writeName("record");
      record(json, record);
      json.writeName("members");
      json.writeStartObject();
      new TreeMap<>(members)
          .forEach((member, facts) -> {
            json.writeName(member.value());
            member(json, facts);
          });
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void record(JsonGenerator json, RecordFacts record) {
    json.writeStartObject();
    json.writeStringProperty("category", record.category().code());
    instant(json, "createdAt", record.createdAt());
    text(json, "author", record.author().map(MemberId::value));
    array(json, "about", record.about());
    array(json, "mentions", record.mentions());
    instant(json, "deletedAt", record.deletedAt());
    json.writeEndObject();
  }

  private static void array(JsonGenerator json, String key, Iterable<?> items) {
    json.writeName(key);
    json.writeStartArray();
    items.forEach(item -> json.writeString(item.toString()));
    json.writeEndArray();
  }

  private static void instant(JsonGenerator json, String key, Optional<Instant> instant) {
    text(json, key, instant.map(Instant::toString));
  }

  private static void text(JsonGenerator json, String key, Optional<String> text) {
    json.writeName(key);
    if (text.isPresent()) {
      json.writeString(text.get());
    } else {
      json.writeNull();
    }
  }

  private static void member(JsonGenerator json, MemberFacts facts) {
    json.writeStartObject();
    objects(json, "countries");
    for (MemberFacts.Residence residence : facts.countries()) {
      json.writeStartObject();
      json.writeStringProperty("code", residence.country());
      json.writeStringProperty("from", residence.from().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    text(json, "birthDate", facts.birthDate().map(Object::toString));
    objects(json, "toggle");
    for (MemberFacts.ToggleChange change : facts.toggle()) {
      json.writeStartObject();
      json.writeStringProperty("value", change.on() ? "on" : "off");
      json.writeStringProperty("at", change.at().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    objects(json, "objections");
    facts.objections().forEach(objection -> objection(json, objection));
    json.writeEndArray();
    objects(json, "notices");
    for (MemberFacts.Notice notice : facts.notices()) {
      json.writeStartObject();
      json.writeStringProperty("deliveredAt", notice.deliveredAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    instant(json, "closedAt", facts.closedAt());
    json.writeEndObject();
  }

  private static void objects(JsonGenerator json, String key) {
    json.writeName(key);
    json.writeStartArray();
  }

  private static void objection(JsonGenerator json, Objection objection) {
    json.writeStartObject();
    json.writeStringProperty("filedAt", objection.filedAt().toString());
    instant(json, "decidedAt", objection.decidedAt());
    json.writeStringProperty("state", objection.state().name().toLowerCase(Locale.ROOT));
    array(json, "covers", objection.covers().stream().sorted().map(Control::code).toList());
    json.writeEndObject();
  }
}
