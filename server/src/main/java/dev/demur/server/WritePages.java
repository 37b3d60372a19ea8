package dev.demur.server;

import dev.demur.assist.Answer;
import dev.demur.assist.Suggestion;
import dev.demur.assist.Tone;
import dev.demur.home.Home;
import dev.demur.home.Suggesting;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.server.WritePage.Shown;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Suggestions to review, change, accept or reject.
@Controller
class WritePages {
  private static final int MAX_TEXT = 4000;

  private final Home home;
  private final Suggesting suggesting;
  private final Templates pages;
  private final AtomicLong seeds = new AtomicLong(1);

  WritePages(Home home, Suggesting suggesting, Templates pages) {
    this.home = home;
    this.suggesting = suggesting;
    this.pages = pages;
  }

  @GetMapping(value = "/write", produces = Html.TYPE)
  @ResponseBody
  String write(HttpServletRequest request) {
    return page(request, new WritePage("", List.of(), null));
  }

  private String page(HttpServletRequest request, WritePage page) {
    return pages.write(Frames.english(request, "Write"), page).render();
  }

  @PostMapping(value = "/write/suggest", produces = Html.TYPE)
  @ResponseBody
  String suggest(
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String prefix,
      HttpServletRequest request,
      Principal user) {
    if (prefix.length() > MAX_TEXT) {
      throw new BadRequest();
    }
    MemberId member = Members.of(user);
    long seed = seeds.getAndIncrement();
    Answer answer =
        switch (kind) {
          case "headline" -> suggesting.headline(member, seed);
          case "about" -> suggesting.about(member, Tone.PLAIN, seed);
          case "complete" -> suggesting.complete(member, Category.PROFILE_SUMMARY, prefix, seed);
          default -> throw new BadRequest();
        };
    List<Shown> shown = answer.suggestions().stream().map(s -> shown(s, prefix)).toList();
    return page(request, new WritePage(prefix, shown, message(answer)));
  }

  private static @Nullable String message(Answer answer) {
    if (!answer.suggestions().isEmpty()) {
      return null;
    }
    String reasons =
        answer.refused().entrySet().stream()
            .map(refused -> refused.getKey() + " (" + refused.getValue() + ")")
            .collect(Collectors.joining(", "));
    return "There is no suggestion. Held back: " + reasons + ".";
  }

  private static Shown shown(Suggestion suggestion, String prefix) {
    boolean completes = !prefix.isEmpty();
    return new Shown(
        suggestion.id(),
        suggestion.kind().code(),
        completes ? prefix + suggestion.text() : suggestion.text(),
        source(suggestion),
        suggestion.evidence().stream()
            .map(evidence -> "“%s” is in your %s".formatted(evidence.quote(), evidence.field()))
            .toList());
  }

  private static String source(Suggestion suggestion) {
    String origin =
        switch (suggestion.origin()) {
          case MODEL -> "Written by the model that was trained on members' text.";
          case VENDOR ->
              "Written by a vendor's model from facts of yours that may be given to vendors.";
          case PATTERN -> "Wording that at least ten members use, with your own facts.";
          case FACTS -> "Your own facts in our wording.";
          case GIVEN -> "From what you gave.";
        };
    return origin;
  }

  @PostMapping("/write/decide")
  String decide(
      @RequestParam String id,
      @RequestParam String decision,
      @RequestParam String text,
      Principal user,
      RedirectAttributes next) {
    boolean accepted = decision.equals("accept");
    if ((!accepted && !decision.equals("reject")) || text.length() > MAX_TEXT) {
      throw new BadRequest();
    }
    boolean known =
        home.suggestions().decide(id, Members.of(user), accepted ? "accepted" : "rejected");
    if (!known) {
      throw new BadRequest();
    }
    next.addFlashAttribute(
        Frames.FLASH, accepted ? "Accepted. The text is yours to use." : "Rejected.");
    return "redirect:/write";
  }
}
