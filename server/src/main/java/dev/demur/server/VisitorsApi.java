package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.home.VisitorObjections;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.model.Control;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Objections of people without an account, for platforms that have a form of their own.
@Controller
class VisitorsApi {
  private final Home home;

  VisitorsApi(Home home) {
    this.home = home;
  }

  @PostMapping("/v1/objections")
  @ResponseBody
  ResponseEntity<byte[]> object(
      @RequestHeader("Idempotency-Key") @Nullable String key, InputStream body) throws IOException {
    JsonNode sent = JsonAnswers.object(body);
    Set<Control> covers = MembersApi.covers(sent.path("covers"));
    List<String> names = new ArrayList<>();
    sent.path("otherNames").forEach(name -> names.add(name.asString("").strip()));
    VisitorObjections.Form form =
        new VisitorObjections.Form(
            sent.path("name").asString("").strip(),
            names,
            text(sent, "contact"),
            covers,
            text(sent, "reason"));
    FiledCase filed = VisitorObjections.file(home, form, MembersApi.key(key));
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("case", filed.caseId());
    json.set("receipt", JsonAnswers.JSON.readTree(filed.receipt().toJson()));
    return JsonAnswers.of(HttpStatus.CREATED, json);
  }

  private static Optional<String> text(JsonNode sent, String field) {
    return Optional.of(sent.path(field).asString("").strip()).filter(text -> !text.isEmpty());
  }
}
