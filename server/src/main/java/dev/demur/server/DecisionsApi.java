package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.home.Snapshots;
import dev.demur.program.DecideBatch;
import dev.demur.program.DecideBatch.Refusal;
import dev.demur.program.Program;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Decisions over HTTP: the same function as `demur decide --batch`, of nothing but what is sent.
///
/// Described in `openapi.json`, which `/v1/openapi.json` serves.
@Controller
class DecisionsApi {
  static final String PATH = "/v1/decisions";
  static final String DESCRIPTION = "/v1/openapi.json";
  static final String JSON_LINES = "application/x-ndjson";
  static final int MAX_BYTES = 16 << 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int THREADS = 2;

  private final Home home;

  DecisionsApi(Home home) {
    this.home = home;
  }

  @GetMapping(value = DESCRIPTION, produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  byte[] description() throws IOException {
    try (InputStream file = DecisionsApi.class.getResourceAsStream("openapi.json")) {
      return java.util.Objects.requireNonNull(file, "openapi.json is in the jar").readAllBytes();
    }
  }

  /// One case a line; answers come in the same order, and after them the lines that are no case.
  @PostMapping(value = PATH, consumes = JSON_LINES, produces = JSON_LINES)
  ResponseEntity<byte[]> lines(@RequestParam @Nullable String program, InputStream body)
      throws IOException {
    byte[] cases = body.readNBytes(MAX_BYTES + 1);
    if (cases.length > MAX_BYTES) {
      return tooLarge();
    }
    var answers = new ByteArrayOutputStream(cases.length / 4 + 64);
    var result = batch(program).run(new ByteArrayInputStream(cases), answers);
    for (Refusal refusal : result.refusals()) {
      answers.write(JSON.writeValueAsBytes(refused(refusal)));
      answers.write('\n');
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(JSON_LINES))
        .body(answers.toByteArray());
  }

  /// `{"cases":[…]}` in, `{"answers":[…],"refused":[…]}` out.
  @PostMapping(
      value = PATH,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> object(@RequestParam @Nullable String program, InputStream body)
      throws IOException {
    byte[] sent = body.readNBytes(MAX_BYTES + 1);
    if (sent.length > MAX_BYTES) {
      return tooLarge();
    }
    JsonNode cases;
    try {
      cases = JSON.readTree(sent).path("cases");
    } catch (JacksonException e) {
      return problem(HttpStatus.BAD_REQUEST, "not JSON: " + e.getOriginalMessage());
    }
    if (!cases.isArray()) {
      return problem(HttpStatus.BAD_REQUEST, "found no list of cases, expected {\"cases\":[…]}");
    }
    var lines = new ByteArrayOutputStream();
    for (JsonNode each : cases) {
      lines.write(JSON.writeValueAsBytes(each));
      lines.write('\n');
    }
    var answers = new ByteArrayOutputStream();
    var result = batch(program).run(new ByteArrayInputStream(lines.toByteArray()), answers);
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode list = reply.putArray("answers");
    answers.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).forEach(list::add);
    ArrayNode refused = reply.putArray("refused");
    result.refusals().forEach(refusal -> refused.add(refused(refusal)));
    return json(HttpStatus.OK, reply);
  }

  /// Where a case was refused: its line, which is its place in a list, counted from 1.
  private static ObjectNode refused(Refusal refusal) {
    return JSON.createObjectNode().put("line", refusal.line()).put("refused", refusal.reason());
  }

  private DecideBatch batch(@Nullable String program) {
    Program rules =
        program == null
            ? Snapshots.program(home)
            : Program.shipped(program).or(() -> ofSnapshot(program)).orElseThrow(BadRequest::new);
    return new DecideBatch(rules, THREADS);
  }

  private Optional<Program> ofSnapshot(String name) {
    Program current = Snapshots.program(home);
    return current.name().equals(name) ? Optional.of(current) : Optional.empty();
  }

  private static ResponseEntity<byte[]> tooLarge() {
    return problem(
        HttpStatus.CONTENT_TOO_LARGE, "more than " + MAX_BYTES + " bytes; send several batches");
  }

  private static ResponseEntity<byte[]> problem(HttpStatus status, String message) {
    return json(status, JSON.createObjectNode().put("error", message));
  }

  private static ResponseEntity<byte[]> json(HttpStatus status, ObjectNode body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(body));
  }
}
