package dev.demur.server;

import dev.demur.home.TraceDesk;
import dev.demur.home.Tracing.TracedSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// "Is that my sentence?" over HTTP.
@Controller
class TraceApi {
  private final TraceDesk desk;

  TraceApi(TraceDesk desk) {
    this.desk = desk;
  }

  /// `{"text":…}` in, `{"spans":[{"start","end","members","text"}],"own":[…]}` out; offsets in
  /// UTF-16 units.
  @PostMapping("/v1/trace")
  @ResponseBody
  ResponseEntity<byte[]> trace(InputStream body, HttpServletRequest request, Principal user)
      throws IOException {
    JsonNode text = JsonAnswers.object(body).path("text");
    if (!text.isString() || text.asString().isBlank()) {
      throw new RefusedRequest(HttpStatus.BAD_REQUEST, "text must be the words to look for");
    }
    TraceAnswer answer = TraceAnswer.of(desk, text.asString(), request, user);
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    fill(json.putArray("spans"), answer.corpus());
    fill(json.putArray("own"), answer.own());
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  private static void fill(ArrayNode list, List<TracedSpan> spans) {
    for (TracedSpan span : spans) {
      list.addObject()
          .put("start", span.start())
          .put("end", span.end())
          .put("members", span.members())
          .put("text", span.text());
    }
  }
}
