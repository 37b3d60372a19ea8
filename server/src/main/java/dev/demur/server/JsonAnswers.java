package dev.demur.server;

import dev.demur.ledger.log.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How the API reads and answers JSON.
final class JsonAnswers {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /// No choice needs more.
  private static final int MAX_BYTES = 64 << 10;

  private JsonAnswers() {}

  static ResponseEntity<byte[]> of(HttpStatus status, JsonNode body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(body));
  }

  static ResponseEntity<byte[]> problem(HttpStatus status, String message) {
    return of(status, JSON.createObjectNode().put("error", message));
  }

  /// A receipt as it is, to be kept and checked.
  static ResponseEntity<byte[]> receipt(Receipt receipt) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(receipt.toJson().getBytes(StandardCharsets.UTF_8));
  }

  /// The object that was sent.
  ///
  /// @throws RefusedRequest if it is too large or none
  static JsonNode object(InputStream body) throws IOException {
    byte[] sent = body.readNBytes(MAX_BYTES + 1);
    if (sent.length > MAX_BYTES) {
      throw new RefusedRequest(
          HttpStatus.CONTENT_TOO_LARGE, "more than " + MAX_BYTES + " bytes were sent");
    }
    try {
      JsonNode read = JSON.readTree(sent);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new RefusedRequest(HttpStatus.BAD_REQUEST, "not JSON: " + e.getOriginalMessage());
    }
    throw new RefusedRequest(HttpStatus.BAD_REQUEST, "expected one JSON object");
  }
}
