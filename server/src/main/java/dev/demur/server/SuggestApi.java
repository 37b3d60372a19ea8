package dev.demur.server;

import dev.demur.assist.Answer;
import dev.demur.assist.Suggestion;
import dev.demur.assist.guard.Traced;
import dev.demur.home.Feedback;
import dev.demur.home.Home;
import dev.demur.home.Matchmaking;
import dev.demur.home.Suggesting;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Suggestions over HTTP, and what became of them. Described in `openapi.json`.
@Controller
class SuggestApi {
  private final Home home;
  private final Suggesting suggesting;
  private final Matchmaking matchmaking;
  private final AtomicLong seeds = new AtomicLong(1);

  SuggestApi(Home home, Suggesting suggesting, Matchmaking matchmaking) {
    this.home = home;
    this.suggesting = suggesting;
    this.matchmaking = matchmaking;
  }

  @PostMapping("/v1/members/{member}/suggestions")
  @ResponseBody
  ResponseEntity<byte[]> suggest(@PathVariable String member, InputStream body) throws IOException {
    JsonNode sent = JsonAnswers.object(body);
    Wish wish = wish(sent);
    long seed = sent.path("seed").asLong(seeds.getAndIncrement());
    MemberId asker = new MemberId(member);
    Answer answer = wish.ask(suggesting, asker, seed);
    ObjectNode json = json(answer);
    if (!answer.suggestions().isEmpty()) {
      wish.fit(matchmaking, asker).ifPresent(fit -> CareerApi.put(json.putObject("job"), fit));
    }
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  private static Wish wish(JsonNode sent) {
    try {
      return Wish.of(name -> sent.path(name).asString(""));
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode json(Answer answer) {
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode suggestions = json.putArray("suggestions");
    answer.suggestions().forEach(suggestion -> suggestions.add(json(suggestion)));
    ObjectNode refused = json.putObject("refused");
    answer.refused().forEach((reason, count) -> refused.put(reason.code(), count));
    return json;
  }

  private static ObjectNode json(Suggestion suggestion) {
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("id", suggestion.id()).put("kind", suggestion.kind().code());
    json.put("text", suggestion.text()).put("origin", suggestion.origin().code());
    ArrayNode evidence = json.putArray("evidence");
    suggestion
        .evidence()
        .forEach(each ->
            evidence
                .addObject()
                .put("record", each.record().value())
                .put("field", each.field())
                .put("quote", each.quote()));
    ArrayNode trace = json.putArray("trace");
    for (Traced span : suggestion.shareable()) {
      trace
          .addObject()
          .put("start", span.start())
          .put("end", span.end())
          .put("members", span.members());
    }
    return json;
  }

  @PutMapping("/v1/members/{member}/suggestions/{id}")
  @ResponseBody
  ResponseEntity<byte[]> decide(
      @PathVariable String member, @PathVariable String id, InputStream body) throws IOException {
    String sent = JsonAnswers.object(body).path("decision").asString("");
    Feedback decision =
        Feedback.of(sent)
            .orElseThrow(() ->
                new RefusedRequest(
                    HttpStatus.BAD_REQUEST, "decision must be accepted, edited or rejected"));
    if (!home.suggestions().decide(id, new MemberId(member), decision)) {
      throw new RefusedRequest(HttpStatus.NOT_FOUND, "there is no such suggestion");
    }
    return JsonAnswers.of(
        HttpStatus.OK,
        JsonAnswers.JSON.createObjectNode().put("id", id).put("decision", decision.code()));
  }
}
