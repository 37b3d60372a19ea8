package dev.demur.server;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.MemberData;
import dev.demur.home.ProgramView;
import dev.demur.home.Signals;
import dev.demur.home.Snapshots;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.LedgerView;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Decision;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.RecordId;
import dev.demur.model.Signal;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import dev.demur.program.Program;
import dev.demur.program.RecordFacts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Choices over HTTP, and what is known of one member. Described in `openapi.json`.
///
/// A choice is answered with its receipt once it is durable; the next decision sees it. With an
/// `Idempotency-Key` it is applied at most once, however often it is sent.
@Controller
class MembersApi {
  private static final String KEY = "Idempotency-Key";
  private static final int MAX_KEY = 200;
  private static final int MAX_REASON = 4000;

  private final Home home;

  MembersApi(Home home) {
    this.home = home;
  }

  @GetMapping("/v1/members/{member}")
  @ResponseBody
  ResponseEntity<byte[]> state(@PathVariable String member) {
    MemberId id = id(member);
    MemberFacts facts = facts(home.ledger().view(), id);
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("member", member);
    json.put("toggle", Choices.isOn(facts, home.clock().instant()));
    facts.closedAt().ifPresent(at -> json.put("closedAt", at.toString()));
    ArrayNode cases = json.putArray("objections");
    Choices.casesOf(home, id).forEach(each -> cases.add(json(each)));
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  private static ObjectNode json(ObjectionCase each) {
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("case", each.id()).put("state", each.state().name().toLowerCase(Locale.ROOT));
    json.put("filedAt", each.filedAt().toString()).put("due", each.clock().dueOn().toString());
    ArrayNode covers = json.putArray("covers");
    each.covers().stream().map(Control::code).sorted().forEach(covers::add);
    return json;
  }

  @GetMapping("/v1/members/{member}/history")
  @ResponseBody
  ResponseEntity<byte[]> history(@PathVariable String member) {
    List<HistoryItem> history = home.ledger().history(id(member));
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode receipts = json.putArray("receipts");
    history.forEach(item -> receipts.add(JsonAnswers.JSON.readTree(item.receipt().toJson())));
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  @GetMapping("/v1/members/{member}/data")
  @ResponseBody
  ResponseEntity<byte[]> data(@PathVariable String member) {
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode items = json.putArray("items");
    MemberData.of(home, id(member)).stream()
        .map(HeldPages.ItemJson::of)
        .forEach(item -> items.add(JsonAnswers.JSON.valueToTree(item)));
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  /// Whether a record of this kind, of this member, may be used now.
  @GetMapping("/v1/members/{member}/decision")
  @ResponseBody
  ResponseEntity<byte[]> decision(
      @PathVariable String member,
      @RequestParam String category,
      @RequestParam(defaultValue = "content-generation") String purpose,
      @RequestParam(defaultValue = "controller") String recipient,
      @RequestParam @Nullable String createdAt) {
    Program program = Snapshots.program(home);
    LedgerView view = ProgramView.of(home.ledger().view(), program);
    Instant now = home.clock().instant();
    Use use =
        new Use(
            Purpose.of(purpose).orElseThrow(() -> unknown("purpose", purpose)),
            Recipient.of(recipient).orElseThrow(() -> unknown("recipient", recipient)));
    RecordFacts record =
        new RecordFacts(
            Category.of(category).orElseThrow(() -> unknown("category", category)),
            Optional.of(createdAt == null ? now : instant(createdAt)),
            Optional.of(id(member)),
            List.of(),
            List.of(),
            Optional.empty());
    Decision decision = program.decide(use, record, view, now);
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("outcome", decision instanceof Decision.Deny ? "deny" : "permit");
    json.put("reason", decision instanceof Decision.Deny deny ? deny.reason().code() : null);
    json.put("clause", decision.clause()).put("position", view.position());
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  @PutMapping("/v1/members/{member}/toggle")
  @ResponseBody
  ResponseEntity<byte[]> toggle(
      @PathVariable String member, @RequestHeader(KEY) @Nullable String key, InputStream body)
      throws IOException {
    JsonNode sent = JsonAnswers.object(body);
    JsonNode on = sent.path("on");
    if (!on.isBoolean()) {
      throw refused("on must be true or false");
    }
    String which = sent.path("switch").asString(Switch.MAIN.code());
    Switch chosen =
        Arrays.stream(Switch.values())
            .filter(each -> each.code().equals(which))
            .findFirst()
            .orElseThrow(() -> unknown("switch", which));
    MemberId id = id(member);
    Optional<String> once = key(key);
    return JsonAnswers.receipt(
        once.isPresent()
            ? Choices.toggle(home, id, chosen, on.asBoolean(), once.get())
            : Choices.toggle(home, id, chosen, on.asBoolean(), Optional.empty()));
  }

  /// What the member's software wishes, as the platform's own pages were told it.
  @PostMapping("/v1/members/{member}/signals")
  @ResponseBody
  ResponseEntity<byte[]> signal(@PathVariable String member, InputStream body) throws IOException {
    String code = JsonAnswers.object(body).path("signal").asString("");
    Signal signal = Signal.of(code).orElseThrow(() -> unknown("signal", code));
    MemberId id = id(member);
    facts(home.ledger().view(), id);
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode receipts = json.putArray("receipts");
    Signals.heed(home, Snapshots.program(home), id, EnumSet.of(signal))
        .forEach(receipt -> receipts.add(JsonAnswers.JSON.readTree(receipt.toJson())));
    return JsonAnswers.of(receipts.isEmpty() ? HttpStatus.OK : HttpStatus.CREATED, json);
  }

  /// Anybody may be objected for, member or not: of a visitor, the id is `name:` and the name.
  @PostMapping("/v1/members/{member}/objections")
  @ResponseBody
  ResponseEntity<byte[]> object(
      @PathVariable String member, @RequestHeader(KEY) @Nullable String key, InputStream body)
      throws IOException {
    JsonNode sent = JsonAnswers.object(body);
    Set<Control> covers = covers(sent.path("covers"));
    Optional<String> reason =
        Optional.of(sent.path("reason").asString("")).filter(text -> !text.isBlank());
    if (reason.filter(text -> text.length() > MAX_REASON).isPresent()) {
      throw refused("a reason has at most %d characters".formatted(MAX_REASON));
    }
    FiledCase filed =
        Choices.object(
            home,
            id(member),
            Snapshots.program(home).name(),
            covers,
            reason,
            new TreeSet<>(),
            Optional.empty(),
            key(key));
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("case", filed.caseId());
    json.set("receipt", JsonAnswers.JSON.readTree(filed.receipt().toJson()));
    return JsonAnswers.of(HttpStatus.CREATED, json);
  }

  /// Without a list, everything.
  static Set<Control> covers(JsonNode sent) {
    Set<Control> covers = EnumSet.noneOf(Control.class);
    if (sent.isMissingNode()) {
      return EnumSet.allOf(Control.class);
    }
    for (JsonNode each : sent) {
      String code = each.asString("");
      covers.add(Control.of(code).orElseThrow(() -> unknown("covers", code)));
    }
    if (covers.isEmpty()) {
      throw refused("covers must name at least one use");
    }
    return covers;
  }

  @PostMapping("/v1/members/{member}/deletions")
  @ResponseBody
  ResponseEntity<byte[]> delete(
      @PathVariable String member, @RequestHeader(KEY) @Nullable String key, InputStream body)
      throws IOException {
    String record = JsonAnswers.object(body).path("record").asString("");
    if (record.isEmpty()) {
      throw refused("record must be the id of a record");
    }
    return JsonAnswers.receipt(
        Choices.deleteRecord(home, id(member), new RecordId(record), key(key)));
  }

  @PostMapping("/v1/members/{member}/closure")
  @ResponseBody
  ResponseEntity<byte[]> close(
      @PathVariable String member, @RequestHeader(KEY) @Nullable String key) {
    return JsonAnswers.receipt(Choices.close(home, id(member), key(key)));
  }

  static MemberId id(String value) {
    try {
      return new MemberId(value);
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private static MemberFacts facts(LedgerView view, MemberId member) {
    return view.factsOf(member)
        .orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, "there is no such member"));
  }

  static Optional<String> key(@Nullable String sent) {
    if (sent == null) {
      return Optional.empty();
    }
    if (sent.isBlank() || sent.length() > MAX_KEY) {
      throw refused("an Idempotency-Key has 1 to %d characters".formatted(MAX_KEY));
    }
    return Optional.of("api/" + sent);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new RefusedRequest(
          HttpStatus.BAD_REQUEST, "createdAt must be an instant such as 2025-11-03T00:00:00Z");
    }
  }

  private static RefusedRequest unknown(String field, String value) {
    return refused("%s: there is no %s".formatted(field, value));
  }

  private static RefusedRequest refused(String why) {
    return new RefusedRequest(HttpStatus.BAD_REQUEST, why);
  }
}
