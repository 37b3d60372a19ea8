package dev.demur.server;

import dev.demur.home.Choices;
import dev.demur.home.Forgetting;
import dev.demur.home.Home;
import dev.demur.home.Role;
import dev.demur.ledger.Event;
import dev.demur.ledger.Event.CaseStepTaken.Step;
import dev.demur.ledger.objection.CaseRefused;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.ledger.objection.ObjectionCases;
import dev.demur.model.Control;
import dev.demur.server.ConsolePage.Part;
import dev.demur.server.access.LookTrail;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/// The objection queue with its clocks, and the work on one case.
@Controller
class CasePages {
  private static final int MAX_TEXT = 4000;
  private static final int MAX_RECIPIENT = 200;
  private static final String TEXT = "text";

  private final Home home;
  private final LookTrail trail;
  private final Templates pages;

  CasePages(Home home, LookTrail trail, Templates pages) {
    this.home = home;
    this.trail = trail;
    this.pages = pages;
  }

  private ObjectionCases cases() {
    return Choices.cases(home);
  }

  @GetMapping(value = "/operator/cases", produces = Html.TYPE)
  @ResponseBody
  String queue(HttpServletRequest request) {
    List<ObjectionCase> all = cases().list();
    List<ObjectionCase> open = cases().queue();
    List<QueuePage.Row> rows = open.stream().map(this::row).toList();
    Part closed =
        new Part(
            "decided",
            "Decided",
            null,
            List.of("Case", "Filed", "State"),
            all.stream()
                .filter(each -> !each.open())
                .map(each -> List.of(each.id(), Html.minute(each.filedAt()), state(each)))
                .toList(),
            "None yet.");
    return pages.queue(Frames.english(request, "Objections"), new QueuePage(rows, closed)).render();
  }

  private QueuePage.Row row(ObjectionCase each) {
    return new QueuePage.Row(
        each.id(),
        Html.minute(each.filedAt()),
        covers(each),
        each.clock().dueOn().toString(),
        left(each));
  }

  private static String covers(ObjectionCase each) {
    return each.covers().stream().map(Control::code).sorted().collect(Collectors.joining(", "));
  }

  private static String state(ObjectionCase each) {
    return each.state().name().toLowerCase(Locale.ROOT);
  }

  private String left(ObjectionCase each) {
    Duration left = each.clock().left(home.clock().instant());
    return left.isNegative()
        ? "overdue by %d days".formatted(-left.toDays())
        : "%d days left".formatted(left.toDays());
  }

  @GetMapping(value = "/operator/cases/{id}", produces = Html.TYPE)
  @ResponseBody
  String show(@PathVariable String id, HttpServletRequest request, Authentication user) {
    return page(find(id), request, user, null, TEXT);
  }

  private ObjectionCase find(String id) {
    return cases().find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// The reason is the person's own words, so that seeing it is a look.
  private String page(
      ObjectionCase each,
      HttpServletRequest request,
      Authentication user,
      @Nullable String error,
      String wrongField) {
    trail.entered(request, user, List.of(each.person()));
    boolean may = request.isUserInRole(Role.DPO.name());
    var page =
        new CasePage(
            each.id(),
            each.person().value(),
            covers(each),
            state(each),
            Html.minute(each.filedAt()),
            each.clock().dueOn() + (each.clock().extended() ? ", extended" : ""),
            each.open() ? left(each) : "answered",
            each.reason().orElse("none given, and none is needed"),
            each.steps().stream()
                .map(step ->
                    new CasePage.Step(
                        Html.minute(step.happenedAt()), words(step.event()), removal(step.event())))
                .toList(),
            each.recipients(),
            may && each.open(),
            may,
            error,
            wrongField);
    return pages.objectioncase(Frames.english(request, each.id()), page).render();
  }

  private static String words(Event event) {
    return switch (event) {
      case Event.ObjectionFiled _ -> "Filed; use stopped";
      case Event.ObjectionDecided decided ->
          "%s by %s. %s"
              .formatted(
                  decided.outcome().name().toLowerCase(Locale.ROOT),
                  decided.by(),
                  decided.grounds());
      case Event.ObjectionExtended extended ->
          "Extended by %s: %s".formatted(extended.by(), extended.reason());
      case Event.CaseStepTaken step when step.removal().isPresent() ->
          "Carried out by a removal; its certificate is log entry";
      case Event.CaseStepTaken step ->
          "%s by %s. %s"
              .formatted(
                  step.step().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  step.by(),
                  step.note());
      case Event.ObjectionKept _ -> "Kept when the person was erased";
      case Event.OfMember _, Event.OfOperator _ -> "";
    };
  }

  private static long removal(Event event) {
    return event instanceof Event.CaseStepTaken step ? step.removal().orElse(0L) : 0;
  }

  /// The receipt of a removal's certificate, which anybody can check with the log's public key.
  @GetMapping(value = "/operator/removals/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String removal(@PathVariable long position) {
    return home.ledger().operatorEntries(position - 1).stream()
        .filter(entry -> entry.position() == position)
        .filter(entry ->
            entry.event() instanceof Event.OperatorNoted noted
                && noted.kind().equals(Forgetting.CERTIFIED))
        .findFirst()
        .map(entry -> home.ledger().receipt(entry.position()).toJson())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping(value = "/operator/cases/{id}", produces = Html.TYPE)
  Object work(
      @PathVariable String id,
      @RequestParam String step,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request,
      Authentication user) {
    ObjectionCase each = find(id);
    if (text.length() > MAX_TEXT) {
      throw new BadRequest();
    }
    try {
      take(each.id(), step, text.strip(), user.getName());
    } catch (CaseRefused | IllegalArgumentException e) {
      return ResponseEntity.badRequest()
          .contentType(MediaType.parseMediaType(Html.TYPE))
          .body(page(each, request, user, e.getMessage(), TEXT));
    }
    return "redirect:/operator/cases/" + each.id();
  }

  /// Whoever had the person's data is told, and answers (GDPR Art. 19).
  @PostMapping(value = "/operator/cases/{id}/recipients", produces = Html.TYPE)
  Object recipient(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String recipient,
      HttpServletRequest request,
      Authentication user) {
    ObjectionCase each = find(id);
    String name = recipient.strip();
    if (name.isEmpty() || name.length() > MAX_RECIPIENT) {
      return ResponseEntity.badRequest()
          .contentType(MediaType.parseMediaType(Html.TYPE))
          .body(
              page(
                  each,
                  request,
                  user,
                  "Name the recipient, in at most %d characters".formatted(MAX_RECIPIENT),
                  "recipient"));
    }
    Step taken =
        switch (step) {
          case "told" -> Step.RECIPIENT_TOLD;
          case "acknowledged" -> Step.RECIPIENT_ACKNOWLEDGED;
          default -> throw new BadRequest();
        };
    String once = "%s/%s/%s".formatted(each.id(), taken, name);
    cases().step(each.id(), taken, user.getName(), name, once);
    return "redirect:/operator/cases/" + each.id();
  }

  private void take(String id, String step, String text, String by) {
    switch (step) {
      case "assign" -> cases().step(id, Step.ASSIGNED, by, text);
      case "identity" -> cases().step(id, Step.IDENTITY_CHECKED, by, text);
      case "extend" -> cases().extend(id, by, text);
      case "grant" -> cases().grant(id, by);
      case "refuse" -> cases().refuse(id, by, text);
      default -> throw new BadRequest();
    }
  }
}
