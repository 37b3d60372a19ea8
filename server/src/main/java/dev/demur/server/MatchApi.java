package dev.demur.server;

import dev.demur.assist.career.Job;
import dev.demur.assist.career.Match;
import dev.demur.home.Matchmaking;
import dev.demur.model.MemberId;
import dev.demur.server.access.LookTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Members for a job, of those who may be found for it; each of them sees in the history who
/// looked.
@Controller
class MatchApi {
  private static final int LIMIT = 10;

  private final Matchmaking matchmaking;
  private final LookTrail trail;

  MatchApi(Matchmaking matchmaking, LookTrail trail) {
    this.matchmaking = matchmaking;
    this.trail = trail;
  }

  @PostMapping("/v1/match/members")
  @ResponseBody
  ResponseEntity<byte[]> members(InputStream body, Authentication user, HttpServletRequest request)
      throws IOException {
    List<Match> found = matchmaking.members(job(JsonAnswers.object(body)), LIMIT);
    trail.entered(request, user, found.stream().map(match -> new MemberId(match.id())).toList());
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode members = json.putArray("members");
    for (Match match : found) {
      ObjectNode each = members.addObject().put("id", match.id()).put("score", match.score());
      CareerApi.put(each, match.reasons());
    }
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  private static Job job(JsonNode sent) {
    String title = sent.path("title").asString("").strip();
    Optional<String> country =
        Optional.of(sent.path("country").asString("")).filter(c -> !c.isEmpty());
    if (title.isEmpty()) {
      throw new RefusedRequest(HttpStatus.BAD_REQUEST, "title must say what the job is");
    }
    if (country.filter(code -> !code.matches("[A-Z]{2}")).isPresent()) {
      throw new RefusedRequest(
          HttpStatus.BAD_REQUEST, "country must be two capital letters, e.g. DE");
    }
    return new Job(
        "job",
        title,
        Optional.empty(),
        country,
        Optional.empty(),
        texts(sent.path("skills")),
        texts(sent.path("requirements")),
        sent.path("description").asString(""));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString("")));
    return texts;
  }
}
