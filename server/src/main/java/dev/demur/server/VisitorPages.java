package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.VisitorObjections;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.Control;
import dev.demur.server.ObjectionPage.Option;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.server.ResponseStatusException;

/// Objections of people without an account, without signing in. Whoever knows a case's id, which
/// nobody can guess, sees how it stands.
@Controller
class VisitorPages {
  private final Home home;
  private final Templates pages;

  VisitorPages(Home home, Templates pages) {
    this.home = home;
    this.pages = pages;
  }

  @GetMapping(value = "/object", produces = Html.TYPE)
  @ResponseBody
  String form(HttpServletRequest request) {
    return form(
        request, new VisitorPage(options(request, EnumSet.allOf(Control.class)), "", "", "", null));
  }

  private String form(HttpServletRequest request, VisitorPage page) {
    Words words = Frames.words(request);
    return pages.visitor(Frames.of(request, words.of("visitor.title")), page).render();
  }

  private static ObjectionPage options(HttpServletRequest request, Set<Control> checked) {
    Words words = Frames.words(request);
    List<Option> options = new ArrayList<>();
    for (Control control : Control.values()) {
      String label = words.of("covers." + control.code());
      options.add(new Option(options.size() + 1, control.code(), label, checked.contains(control)));
    }
    return new ObjectionPage(options, null);
  }

  @PostMapping(value = "/object", produces = Html.TYPE)
  Object object(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String otherNames,
      @RequestParam(defaultValue = "") String contact,
      @RequestParam(required = false) @Nullable List<String> covers,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    Set<Control> controls = EnumSet.noneOf(Control.class);
    for (String code : covers == null ? List.<String>of() : covers) {
      controls.add(Control.of(code).orElseThrow(BadRequest::new));
    }
    try {
      VisitorObjections.Form form =
          new VisitorObjections.Form(
              name.strip(), lines(otherNames), text(contact), controls, text(reason));
      FiledCase filed = VisitorObjections.file(home, form, Optional.empty());
      return "redirect:/object/" + filed.caseId();
    } catch (InputRefused e) {
      String error = Frames.words(request).of("visitor.wrong");
      VisitorPage page =
          new VisitorPage(options(request, controls), name, otherNames, contact, error);
      return ResponseEntity.badRequest()
          .contentType(MediaType.parseMediaType(Html.TYPE))
          .body(form(request, page));
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Optional<String> text(String sent) {
    return Optional.of(sent.strip()).filter(text -> !text.isEmpty());
  }

  @GetMapping(value = "/object/{id}", produces = Html.TYPE)
  @ResponseBody
  String show(@PathVariable String id, HttpServletRequest request) {
    ObjectionCase found = find(id);
    Words words = Frames.words(request);
    VisitorCasePage page =
        new VisitorCasePage(
            found.id(),
            words.of("state." + found.state().name().toLowerCase(Locale.ROOT)),
            found.clock().dueOn().toString());
    return pages.visitorcase(Frames.of(request, words.of("visitor.title")), page).render();
  }

  @GetMapping(value = "/object/{id}/receipt", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String receipt(@PathVariable String id) {
    Receipt receipt = home.ledger().receipt(find(id).steps().getFirst().position());
    return receipt.toJson();
  }

  private ObjectionCase find(String id) {
    return VisitorObjections.find(home, id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
