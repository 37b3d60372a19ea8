package dev.demur.server;

import dev.demur.home.Banner;
import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.Snapshots;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
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
import java.util.Locale;
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
    Words words = Frames.words(request);
    Wording wording = program().wording(words.language().code());
    Wording.Text toggle = wording.toggle().orElse(wording.objection());
    var page =
        new SettingsPage(
            toggle.title(),
            paragraphs(toggle.text()),
            wording.language(),
            on,
            words.of(on ? "settings.effect.on" : "settings.effect.off"),
            paragraphs(wording.objection().text()),
            Choices.casesOf(home, member).stream().map(each -> row(each, words)).toList(),
            history(member, words),
            notice(member, words));
    return pages.settings(Frames.of(request, toggle.title()), page).render();
  }

  private SettingsPage.@Nullable Notice notice(MemberId member, Words words) {
    Banner banner = Banner.of(program(), words.language().code());
    return !home.ledger().knows(member) || banner.shownTo(home, member).isPresent()
        ? null
        : new SettingsPage.Notice(banner.language(), banner.title(), paragraphs(banner.text()));
  }

  /// The member has read the notice.
  @PostMapping("/notice")
  String noticeRead(HttpServletRequest request, Principal user, RedirectAttributes next) {
    Words words = Frames.words(request);
    Receipt receipt = Banner.of(program(), words.language().code()).show(home, Members.of(user));
    next.addFlashAttribute(
        Frames.FLASH, words.of("flash.notice", Long.toString(receipt.position())));
    return "redirect:/settings";
  }

  private static List<String> paragraphs(String text) {
    return List.of(text.strip().split("\n\n+", -1));
  }

  private Program program() {
    return Snapshots.program(home);
  }

  @PostMapping("/settings/toggle")
  String toggle(
      @RequestParam String toggle,
      HttpServletRequest request,
      Principal user,
      RedirectAttributes next) {
    boolean on = toggle.equals("on");
    if (!on && !toggle.equals("off")) {
      throw new BadRequest();
    }
    Receipt receipt = Choices.toggle(home, Members.of(user), on, Optional.empty());
    Words words = Frames.words(request);
    next.addFlashAttribute(
        Frames.FLASH,
        words.of("flash.toggle", words.of("flash." + toggle), Long.toString(receipt.position())));
    return "redirect:/settings";
  }

  @GetMapping(value = "/objection", produces = Html.TYPE)
  @ResponseBody
  String objection(HttpServletRequest request) {
    return form(request, EnumSet.allOf(Control.class), null);
  }

  private String form(HttpServletRequest request, Set<Control> checked, @Nullable String error) {
    Words words = Frames.words(request);
    List<Option> options = new ArrayList<>();
    for (Control control : Control.values()) {
      String label = words.of("covers." + control.code());
      options.add(new Option(options.size() + 1, control.code(), label, checked.contains(control)));
    }
    return pages
        .objection(
            Frames.of(request, words.of("objection.title")), new ObjectionPage(options, error))
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
      String error = Frames.words(request).of("objection.none");
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
        Frames.FLASH, Frames.words(request).of("flash.objection", filed.caseId()));
    return "redirect:/settings";
  }

  /// Only a receipt of the member's own history; any other position is as if it did not exist.
  @GetMapping(value = "/receipts/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> receipt(@PathVariable long position, Principal user) {
    return home.ledger().history(Members.of(user)).stream()
        .filter(item -> item.entry().position() == position)
        .findFirst()
        .map(item -> ResponseEntity.ok(home.ledger().receipt(position).toJson()))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
  }

  private List<HistoryRow> history(MemberId member, Words words) {
    return home.ledger().history(member).reversed().stream().map(item -> row(item, words)).toList();
  }

  private static HistoryRow row(HistoryItem item, Words words) {
    return new HistoryRow(
        item.entry().position(),
        words.minute(item.entry().happenedAt()),
        EventWords.of(item.entry().event(), words));
  }

  private static CaseRow row(ObjectionCase each, Words words) {
    return new CaseRow(
        each.id(),
        words.minute(each.filedAt()),
        each.covers().stream()
            .sorted()
            .map(control -> words.of("covers." + control.code()))
            .collect(Collectors.joining(", ")),
        words.of("state." + each.state().name().toLowerCase(Locale.ROOT)),
        each.clock().dueOn().toString());
  }
}
