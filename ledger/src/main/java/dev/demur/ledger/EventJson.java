package dev.demur.ledger;

import dev.demur.ledger.log.CanonicalJson;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.model.Signal;
import dev.demur.model.Switch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Events to JSON and back. Fields that are empty are left out.
final class EventJson {
  private EventJson() {}

  static ObjectNode write(Event event) {
    ObjectNode json = CanonicalJson.object();
    switch (event) {
      case Event.MemberJoined() -> type(json, "member-joined");
      case Event.ResidenceLearned(var country, var from) ->
          type(json, "residence-learned").put("country", country).put("from", from.toString());
      case Event.BirthDateLearned(var date, var archive) -> {
        type(json, "birth-date-learned").put("date", date.toString());
        archive.ifPresent(kind -> json.put("archive", kind));
      }
      case Event.LanguageLearned(var language) ->
          type(json, "language-learned").put("language", language);
      case Event.ToggleChanged(var on, var which, var signal) -> {
        type(json, "toggle-changed").put("on", on);
        if (which != Switch.MAIN) {
          json.put("switch", which.code());
        }
        signal.ifPresent(sent -> json.put("signal", sent.code()));
      }
      case Event.ObjectionFiled filed -> filed(type(json, "objection-filed"), filed);
      case Event.ObjectionDecided(var caseId, var outcome, var by, var grounds) ->
          type(json, "objection-decided")
              .put("caseId", caseId)
              .put("outcome", code(outcome))
              .put("by", by)
              .put("grounds", grounds);
      case Event.ObjectionExtended(var caseId, var by, var reason) ->
          type(json, "objection-extended")
              .put("caseId", caseId)
              .put("by", by)
              .put("reason", reason);
      case Event.CaseStepTaken(var caseId, var step, var by, var note, var removal) -> {
        type(json, "case-step-taken")
            .put("caseId", caseId)
            .put("step", code(step))
            .put("by", by)
            .put("note", note);
        removal.ifPresent(position -> json.put("removal", position));
      }
      case Event.NoticeDelivered(var program, var version, var sha256, var channel) ->
          type(json, "notice-delivered")
              .put("program", program)
              .put("version", version)
              .put("textSha256", sha256)
              .put("channel", channel);
      case Event.NoticeBounced(var program, var version, var channel, var reason) ->
          type(json, "notice-bounced")
              .put("program", program)
              .put("version", version)
              .put("channel", channel)
              .put("reason", reason);
      case Event.DataLookedAt(var by, var role, var what) ->
          type(json, "data-looked-at").put("by", by).put("role", role).put("what", what);
      case Event.RecordDeleted(var recordId) ->
          type(json, "record-deleted").put("record", recordId.value());
      case Event.RecordReviewed(var recordId, var digest, var keep, var by, var note) ->
          type(json, "record-reviewed")
              .put("record", recordId.value())
              .put("digest", digest)
              .put("keep", keep)
              .put("by", by)
              .put("note", note);
      case Event.AccountClosed() -> type(json, "account-closed");
      case Event.ObjectionKept kept -> kept(type(json, "objection-kept"), kept);
      case Event.SubjectErased(var reference) ->
          type(json, "subject-erased").put("reference", reference);
      case Event.OperatorNoted(var kind, var details) -> {
        ObjectNode fields = type(json, "operator-noted").put("kind", kind).putObject("details");
        details.forEach(fields::put);
      }
    }
    return json;
  }

  private static ObjectNode type(ObjectNode json, String type) {
    return json.put("type", type);
  }

  private static void filed(ObjectNode json, Event.ObjectionFiled filed) {
    json.put("caseId", filed.caseId());
    strings(json.putArray("covers"), codes(filed.covers()));
    filed.reason().ifPresent(reason -> json.put("reason", reason));
    strings(json.putArray("names"), filed.names());
    filed.program().ifPresent(program -> json.put("program", program));
  }

  private static void kept(ObjectNode json, Event.ObjectionKept kept) {
    json.put("caseId", kept.caseId()).put("person", kept.person().value());
    strings(json.putArray("covers"), codes(kept.covers()));
    strings(json.putArray("names"), kept.names());
    json.put("filedAt", kept.filedAt().toString()).put("filedPosition", kept.filedPosition());
    kept.decidedAt().ifPresent(at -> json.put("decidedAt", at.toString()));
    kept.decidedPosition().ifPresent(position -> json.put("decidedPosition", position));
  }

  private static void strings(ArrayNode array, Collection<String> values) {
    values.forEach(array::add);
  }

  private static Set<String> codes(Set<Control> covers) {
    return covers.stream().map(Control::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Event read(JsonNode json) {
    return switch (text(json, "type")) {
      case "member-joined" -> new Event.MemberJoined();
      case "residence-learned" ->
          new Event.ResidenceLearned(text(json, "country"), instant(json, "from"));
      case "birth-date-learned" ->
          new Event.BirthDateLearned(
              LocalDate.parse(text(json, "date")),
              json.has("archive") ? Optional.of(text(json, "archive")) : Optional.empty());
      case "language-learned" -> new Event.LanguageLearned(text(json, "language"));
      case "toggle-changed" ->
          new Event.ToggleChanged(
              json.required("on").booleanValue(),
              json.has("switch")
                  ? Switch.of(json.get("switch").stringValue()).orElseThrow()
                  : Switch.MAIN,
              optional(json, "signal").map(code -> Signal.of(code).orElseThrow()));
      case "objection-filed" -> readFiled(json);
      case "objection-decided" ->
          new Event.ObjectionDecided(
              text(json, "caseId"),
              constant(State.class, text(json, "outcome")),
              text(json, "by"),
              text(json, "grounds"));
      case "objection-extended" ->
          new Event.ObjectionExtended(text(json, "caseId"), text(json, "by"), text(json, "reason"));
      case "case-step-taken" ->
          new Event.CaseStepTaken(
              text(json, "caseId"),
              constant(Event.CaseStepTaken.Step.class, text(json, "step")),
              text(json, "by"),
              text(json, "note"),
              json.optional("removal").map(JsonNode::longValue));
      case "notice-delivered" ->
          new Event.NoticeDelivered(
              text(json, "program"),
              text(json, "version"),
              text(json, "textSha256"),
              text(json, "channel"));
      case "notice-bounced" ->
          new Event.NoticeBounced(
              text(json, "program"),
              text(json, "version"),
              text(json, "channel"),
              text(json, "reason"));
      case "data-looked-at" ->
          new Event.DataLookedAt(text(json, "by"), text(json, "role"), text(json, "what"));
      case "record-deleted" -> new Event.RecordDeleted(new RecordId(text(json, "record")));
      case "record-reviewed" ->
          new Event.RecordReviewed(
              new RecordId(text(json, "record")),
              text(json, "digest"),
              json.required("keep").booleanValue(),
              text(json, "by"),
              text(json, "note"));
      case "account-closed" -> new Event.AccountClosed();
      case "objection-kept" -> readKept(json);
      case "subject-erased" -> new Event.SubjectErased(text(json, "reference"));
      case "operator-noted" -> readNoted(json);
      default ->
          throw new LedgerException(
              "unknown event type %s; run a newer build".formatted(text(json, "type")));
    };
  }

  private static Event readFiled(JsonNode json) {
    return new Event.ObjectionFiled(
        text(json, "caseId"),
        controls(json),
        optional(json, "reason"),
        strings(json, "names"),
        optional(json, "program"));
  }

  private static Event readKept(JsonNode json) {
    return new Event.ObjectionKept(
        text(json, "caseId"),
        new MemberId(text(json, "person")),
        controls(json),
        strings(json, "names"),
        instant(json, "filedAt"),
        json.required("filedPosition").longValue(),
        optional(json, "decidedAt").map(Instant::parse),
        json.optional("decidedPosition").map(JsonNode::longValue));
  }

  private static Event readNoted(JsonNode json) {
    TreeMap<String, String> details = new TreeMap<>();
    json.required("details")
        .properties()
        .forEach(entry -> details.put(entry.getKey(), entry.getValue().stringValue()));
    return new Event.OperatorNoted(text(json, "kind"), details);
  }

  private static Set<Control> controls(JsonNode json) {
    return strings(json, "covers").stream()
        .map(code -> Control.of(code).orElseThrow())
        .collect(Collectors.toSet());
  }

  private static SortedSet<String> strings(JsonNode json, String field) {
    SortedSet<String> values = new TreeSet<>();
    json.required(field).forEach(value -> values.add(value.stringValue()));
    return values;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Instant instant(JsonNode json, String field) {
    return Instant.parse(text(json, field));
  }

  private static Optional<String> optional(JsonNode json, String field) {
    return json.optional(field).map(JsonNode::stringValue);
  }

  private static String text(JsonNode json, String field) {
    return json.required(field).stringValue();
  }
}
