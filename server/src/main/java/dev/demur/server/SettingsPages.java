package dev.demur.server;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.Snapshots;
import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.Switch;
import dev.demur.program.Program;
import dev.demur.program.Wording;
import dev.demur.server.ObjectionPage.Option;
import dev.demur.server.SettingsPage.CaseRow;
import dev.demur.server.SettingsPage.HistoryRow;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The member's setting, objections and receipts.
@Controller
class SettingsPages {
  private static final int MAX_REASON = 4000;

  private final Home home;
  private final Templates pages;

  SettingsPages(Home home, Templates pages) {
    this.home = home;
    this.pages = pages;
  }

  @GetMapping(value = "/settings", produces = Html.TYPE)
  @ResponseBody
  String settings(HttpServletRequest request, Principal user) {
    MemberId member = Members.of(user);
    MemberFacts facts = home.ledger().view().factsOf(member).orElse(MemberFacts.UNKNOWN);
    boolean on = Choices.isOn(facts, home.clock().instant());
    Wording wording = program().wording("en");
    Wording.Text toggle = wording.toggle().orElse(wording.objection());
    var page =
        new SettingsPage(
            toggle.title(),
            toggle.text(),
            on,
            on
                ? "Your data may be used to train models that write."
                : "From now on, no model that writes is trained on your data.",
            wording.objection().text(),
            Choices.casesOf(home, member).stream().map(SettingsPages::row).toList(),
            history(member));
    return pages.settings(Frames.of(request, toggle.title()), page).render();
  }

  private Program program() {
    return Snapshots.program(home);
  }

  @PostMapping("/settings/toggle")
  String toggle(@RequestParam String toggle, Principal user, RedirectAttributes next) {
    boolean on = toggle.equals("on");
    if (!on && !toggle.equals("off")) {
      throw new BadRequest();
    }
    Receipt receipt = Choices.toggle(home, Members.of(user), on, Optional.empty());
    next.addFlashAttribute(
        Frames.FLASH,
        "Switched %s. Receipt %d is in your history.".formatted(toggle, receipt.position()));
    return "redirect:/settings";
  }

  @GetMapping(value = "/objection", produces = Html.TYPE)
  @ResponseBody
  String objection(HttpServletRequest request) {
    return form(request, EnumSet.allOf(Control.class), null);
  }

  private String form(HttpServletRequest request, Set<Control> checked, @Nullable String error) {
    List<Option> options = new ArrayList<>();
    for (Control control : Control.values()) {
      String label =
          switch (control) {
            case CONTENT_GENERATION -> "Training models that write";
            case OTHER_ML -> "Other machine learning, such as matching and ranking";
            case FEEDBACK -> "Use of my feedback on suggestions";
          };
      options.add(new Option(options.size() + 1, control.code(), label, checked.contains(control)));
    }
    return pages
        .objection(Frames.of(request, "Object"), new ObjectionPage(options, error))
        .render();
  }

  @PostMapping(value = "/objection", produces = Html.TYPE)
  Object object(
      @RequestParam(required = false) @Nullable List<String> covers,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      Principal user,
      RedirectAttributes next) {
    Set<Control> controls = EnumSet.noneOf(Control.class);
    for (String code : covers == null ? List.<String>of() : covers) {
      controls.add(Control.of(code).orElseThrow(BadRequest::new));
    }
    if (controls.isEmpty() || reason.length() > MAX_REASON) {
      String error = "Choose at least one use that you object to";
      return ResponseEntity.badRequest()
          .contentType(MediaType.parseMediaType(Html.TYPE))
          .body(form(request, controls, error));
    }
    FiledCase filed =
        Choices.object(
            home,
            Members.of(user),
            program().name(),
            controls,
            reason.isBlank() ? Optional.empty() : Optional.of(reason),
            new TreeSet<>(),
            Optional.empty());
    next.addFlashAttribute(
        Frames.FLASH, "Your objection is filed as %s. Use has stopped.".formatted(filed.caseId()));
    return "redirect:/settings";
  }

  /// Only a receipt of the member's own history; any other position is as if it did not exist.
  @GetMapping(value = "/receipts/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> receipt(@PathVariable long position, Principal user) {
    return home.ledger().history(Members.of(user)).stream()
        .filter(item -> item.entry().position() == position)
        .findFirst()
        .map(item -> ResponseEntity.ok(item.receipt().toJson()))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
  }

  private List<HistoryRow> history(MemberId member) {
    return home.ledger().history(member).reversed().stream().map(SettingsPages::row).toList();
  }

  private static HistoryRow row(HistoryItem item) {
    return new HistoryRow(
        item.entry().position(),
        Html.minute(item.entry().happenedAt()),
        words(item.entry().event()));
  }

  static CaseRow row(ObjectionCase each) {
    return new CaseRow(
        each.id(),
        Html.minute(each.filedAt()),
        each.covers().stream().map(Control::code).sorted().collect(Collectors.joining(", ")),
        each.state().name().toLowerCase(java.util.Locale.ROOT),
        each.clock().dueOn().toString());
  }

  private static String words(Event event) {
    return switch (event) {
      case Event.MemberJoined _ -> "Your data was taken in";
      case Event.ResidenceLearned(var country, _) -> "Country: " + country;
      case Event.BirthDateLearned _ -> "Date of birth recorded";
      case Event.ToggleChanged(var on, var which) ->
          (on ? "Switched on" : "Switched off")
              + (which == Switch.MAIN ? "" : ": training by " + which);
      case Event.ObjectionFiled filed -> "Objection filed, " + filed.caseId();
      case Event.ObjectionDecided decided ->
          "Objection " + decided.outcome().name().toLowerCase(java.util.Locale.ROOT);
      case Event.ObjectionExtended _ -> "Time for the answer extended";
      case Event.CaseStepTaken _ -> "Work on your case";
      case Event.NoticeDelivered notice -> "Notice delivered, " + notice.program();
      case Event.NoticeBounced notice -> "Notice could not be delivered, " + notice.program();
      case Event.DataLookedAt look -> "Your data was looked at: " + look.role();
      case Event.RecordDeleted _ -> "A record was deleted";
      case Event.AccountClosed _ -> "Account closed";
      case Event.ObjectionKept _ -> "Objection kept";
      case Event.SubjectErased _ -> "Erased";
      case Event.OperatorNoted noted -> noted.kind();
    };
  }
}
