package dev.demur.server;

import dev.demur.assist.Answer;
import dev.demur.assist.Kind;
import dev.demur.assist.Suggestion;
import dev.demur.assist.career.Fit;
import dev.demur.assist.guard.Guard;
import dev.demur.home.Feedback;
import dev.demur.home.Home;
import dev.demur.home.Matchmaking;
import dev.demur.home.Suggesting;
import dev.demur.model.MemberId;
import dev.demur.server.WritePage.Shown;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Suggestions to review, change, accept or reject. Everything works as forms; the one script of
/// the page only asks for the same while somebody types.
@Controller
class WritePages {
  private static final int MAX_TEXT = 20_000;
  private static final String ACCEPT = "accept";
  private static final String REJECT = "reject";

  private final Home home;
  private final Suggesting suggesting;
  private final Matchmaking matchmaking;
  private final Templates pages;
  private final AtomicLong seeds = new AtomicLong(1);

  WritePages(Home home, Suggesting suggesting, Matchmaking matchmaking, Templates pages) {
    this.home = home;
    this.suggesting = suggesting;
    this.matchmaking = matchmaking;
    this.pages = pages;
  }

  @GetMapping(value = "/write", produces = Html.TYPE)
  @ResponseBody
  String write(HttpServletRequest request, Principal user) {
    suggesting.expect(Members.of(user));
    return page(request, new WritePage("", "content.post", List.of(), null, null));
  }

  private String page(HttpServletRequest request, WritePage page) {
    return pages.write(Frames.english(request, "Write"), page).render();
  }

  @PostMapping(value = "/write/suggest", produces = Html.TYPE)
  @ResponseBody
  String suggest(
      @RequestParam Map<String, String> form, HttpServletRequest request, Principal user) {
    Wish wish = wish(form);
    Answer answer = ask(wish, user);
    String typed = wish.kind() == Kind.COMPLETE ? wish.text() : "";
    String now = suggesting.present(Members.of(user), wish.kind()).orElse("");
    List<Shown> shown = answer.suggestions().stream().map(s -> shown(s, typed, now)).toList();
    @Nullable Fit fit =
        shown.isEmpty() ? null : wish.fit(matchmaking, Members.of(user)).orElse(null);
    return page(request, new WritePage(typed, wish.category().code(), shown, fit, message(answer)));
  }

  private static Wish wish(Map<String, String> form) {
    try {
      return Wish.of(name -> Objects.requireNonNullElse(form.get(name), ""));
    } catch (IllegalArgumentException e) {
      throw new BadRequest();
    }
  }

  private Answer ask(Wish wish, Principal user) {
    return wish.ask(suggesting, Members.of(user), seeds.getAndIncrement());
  }

  /// The same for the page's script: what may follow the text so far.
  @PostMapping("/write/live")
  @ResponseBody
  ResponseEntity<byte[]> live(@RequestParam Map<String, String> form, Principal user) {
    Wish wish = wish(form);
    if (wish.kind() != Kind.COMPLETE) {
      throw new BadRequest();
    }
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode suggestions = json.putArray("suggestions");
    ask(wish, user)
        .suggestions()
        .forEach(each -> suggestions.addObject().put("id", each.id()).put("text", each.text()));
    return JsonAnswers.of(HttpStatus.OK, json);
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

  private static Shown shown(Suggestion suggestion, String typed, String now) {
    return new Shown(
        suggestion.id(),
        title(suggestion.kind()),
        typed + suggestion.text(),
        typed.length(),
        now,
        source(suggestion),
        suggestion.evidence().stream()
            .map(evidence -> "“%s” is in your %s".formatted(evidence.quote(), evidence.field()))
            .distinct()
            .toList(),
        suggestion.shareable().stream()
            .map(span ->
                "“%s” is written by %s%d other members"
                    .formatted(
                        suggestion.text().substring(span.start(), span.end()),
                        span.members() >= Guard.MOST_COUNTED ? "at least " : "",
                        span.members()))
            .distinct()
            .toList());
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case HEADLINE -> "Headline";
      case ABOUT -> "About text";
      case COMPLETE -> "Your text, continued";
      case POST -> "Post";
      case SUMMARY -> "Summary";
      case JOB -> "Job description";
      case RESUME -> "Résumé";
      case MESSAGE -> "Message";
    };
  }

  private static String source(Suggestion suggestion) {
    return switch (suggestion.origin()) {
      case MODEL -> "Written by the model that was trained on members' text.";
      case VENDOR ->
          "Written by a vendor's model from facts of yours that may be given to vendors.";
      case PATTERN -> "Wording that at least ten members use, with your own facts.";
      case FACTS -> "Your own facts in our wording.";
      case GIVEN -> "From what you gave.";
    };
  }

  /// What the member did with a suggestion. One that was changed before it was accepted counts as
  /// edited; what it was changed to is not kept.
  @PostMapping("/write/decide")
  String decide(
      @RequestParam String id,
      @RequestParam String decision,
      @RequestParam String text,
      Principal user,
      RedirectAttributes next) {
    if ((!decision.equals(ACCEPT) && !decision.equals(REJECT)) || text.length() > MAX_TEXT) {
      throw new BadRequest();
    }
    MemberId member = Members.of(user);
    String shown = home.suggestions().find(id, member).orElseThrow(BadRequest::new).text();
    Feedback feedback = feedback(decision, plain(text), plain(shown));
    home.suggestions().decide(id, member, feedback);
    next.addFlashAttribute(
        Frames.FLASH,
        switch (feedback) {
          case ACCEPTED -> "Accepted. The text is yours to use.";
          case EDITED -> "Accepted with your changes. The text is yours to use.";
          case REJECTED -> "Rejected.";
        });
    return "redirect:/write";
  }

  /// What was typed before a continuation is the member's own, and no change of it.
  private static Feedback feedback(String decision, String text, String shown) {
    if (decision.equals(REJECT)) {
      return Feedback.REJECTED;
    }
    return text.endsWith(shown) ? Feedback.ACCEPTED : Feedback.EDITED;
  }

  /// Forms send line ends of their own.
  private static String plain(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
