package dev.demur.ledger;

import dev.demur.ledger.log.CanonicalJson;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What one entry says, as the person concerned is shown it and as the log commits to it.
///
/// @param member whom it is about; empty for the operator's own
/// @param happenedAt when it happened
/// @param learntAt when the ledger learnt of it; never earlier than that of the entry before
record Statement(Optional<MemberId> member, Instant happenedAt, Instant learntAt, Event event) {
  private static final String FORMAT = "demur-entry/1";

  /// The canonical JSON that is committed to.
  ///
  /// @throws IllegalArgumentException when a text holds half a surrogate pair
  String json() {
    ObjectNode json = CanonicalJson.object();
    json.put("format", FORMAT);
    member.ifPresent(id -> json.put("member", id.value()));
    json.put("happenedAt", happenedAt.toString());
    json.put("learntAt", learntAt.toString());
    json.set("event", EventJson.write(event));
    return CanonicalJson.write(json);
  }

  static Statement parse(String json) {
    JsonNode node = CanonicalJson.parse(json);
    String format = node.required("format").stringValue();
    if (!format.equals(FORMAT)) {
      throw new LedgerException(
          "this build reads ledger entries of format %s, got %s; run a newer build"
              .formatted(FORMAT, format));
    }
    return new Statement(
        node.optional("member").map(JsonNode::stringValue).map(MemberId::new),
        Instant.parse(node.required("happenedAt").stringValue()),
        Instant.parse(node.required("learntAt").stringValue()),
        EventJson.read(node.required("event")));
  }
}
